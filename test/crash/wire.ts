import { z } from 'zod';
import type { Card } from '../../src/cards/cards.ts';
import type { Target } from '../../src/platform/target.ts';

/** Can be asked what became of a message, as Slack can, and takes every double. */
export const ASKED = 'asked';
/** Refuses doubles by the key of the attempt, as Discord does, and can be asked for the most part. */
export const NONCE = 'nonce';
export const PLATFORMS = [ASKED, NONCE] as const;

export type PlatformName = (typeof PLATFORMS)[number];

/** Both ends are ours: a card is believed to be one. */
const card = z.custom<Card>((value) => typeof value === 'object' && value !== null);
const target = z.custom<Target>((value) => typeof value === 'object' && value !== null);
const platform = z.enum(PLATFORMS);

export const sendRequest = z.object({ platform, key: z.string(), target, card });
export const editRequest = z.object({ id: z.string(), card });
export const removeRequest = z.object({ id: z.string() });
export const fateRequest = z.object({ platform, key: z.string() });

export type SendRequest = z.infer<typeof sendRequest>;
export type EditRequest = z.infer<typeof editRequest>;
export type RemoveRequest = z.infer<typeof removeRequest>;
export type FateRequest = z.infer<typeof fateRequest>;

export const sendAnswer = z.object({ id: z.string() });

export const fateAnswer = z.union([
  z.object({ kind: z.literal('arrived'), messageId: z.string() }),
  z.object({ kind: z.literal('resend') }),
]);

/** What the child is told in one line on its standard input. */
export const orders = z.object({
  databaseUrl: z.string(),
  server: z.string(),
  from: z.number(),
  /** When its clock stood there, by the machine's: so that all clocks agree, however late a program is to begin. */
  at: z.number(),
  speed: z.number(),
  /** How much shorter than in production leases, timeouts and pauses are. */
  haste: z.number(),
  /** A Discord on which it also answers people, while it has the connection. */
  discord: z.object({ apiUrl: z.string(), token: z.string() }).optional(),
  /** Where it ends itself, the moment being met for the `count`th time. */
  end: z.object({ moment: z.string(), count: z.number() }).optional(),
});

export type Orders = z.infer<typeof orders>;
