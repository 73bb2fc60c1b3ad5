import { randomBytes } from 'node:crypto';
import {
  type InteractionResponseType as Answer,
  InteractionType as Type,
} from 'discord-api-types/v10';
import { ApiError, unknownInteraction, unknownWebhook } from './api-error.ts';
import type { Json } from './json.ts';
import { type Looks, until } from './until.ts';
import type { Channel, Guild, StoredMessage, User } from './world.ts';

/** One thing a user did, from its dispatch to the end of its token. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: Type;
  readonly user: User;
  readonly channel: Channel;
  readonly guild: Guild | undefined;
  /** The message whose component was used (also by the modal that it opened). */
  readonly source?: StoredMessage;
  readonly startedAt: number;
  answer?: { readonly type: Answer; readonly afterMs: number };
  /** The answer's message: a new one or, for updates, the source. */
  original?: StoredMessage;
  /** Deferred and not yet filled. */
  loading: boolean;
  readonly followUps: StoredMessage[];
  modal?: Json;
  /** The modal was sent. */
  isSent?: boolean;
  choices?: readonly Json[];
}

export interface Interactions {
  start(
    what: Pick<Interaction, 'type' | 'user' | 'channel' | 'guild'> & {
      readonly source?: StoredMessage;
    },
  ): Interaction;
  /** For the callback route: refuses late (10062) and double (40060) answers. */
  forAnswer(id: string, token: string): Interaction;
  /** For the webhook routes: refuses unknown, unanswered and ended tokens. */
  forToken(token: string): Interaction;
  get(id: string): Interaction | undefined;
  /** Those whose modal stands open before its reader. */
  open(): readonly Interaction[];
  /** One of an earlier Discord, whose modal stands open still. */
  reopen(
    what: Pick<Interaction, 'id' | 'user' | 'channel' | 'guild'> & {
      readonly source?: StoredMessage;
      readonly modal: Json;
    },
  ): void;
  /** To be called after each change, so that those who wait look again. */
  changed(interaction: Interaction): void;
  /** Resolves when `holds`, rejects with `complaint` after `ms`. */
  until(
    interaction: Interaction,
    holds: () => boolean,
    ms: number,
    complaint: string,
  ): Promise<void>;
}

export interface Limits {
  readonly answerWithinMs: number;
  readonly tokenLifetimeMs: number;
}

export function createInteractions(limits: Limits, mint: () => string): Interactions {
  const byId = new Map<string, Interaction>();
  const byToken = new Map<string, Interaction>();
  const waiting = new Map<Interaction, Looks>();
  const age = (interaction: Interaction) => performance.now() - interaction.startedAt;

  return {
    start(what) {
      const interaction: Interaction = {
        ...what,
        id: mint(),
        token: randomBytes(40).toString('base64url'),
        startedAt: performance.now(),
        loading: false,
        followUps: [],
      };
      byId.set(interaction.id, interaction);
      byToken.set(interaction.token, interaction);
      return interaction;
    },
    forAnswer(id, token) {
      const interaction = byId.get(id);
      if (interaction === undefined || interaction.token !== token) throw unknownInteraction();
      if (interaction.answer !== undefined) {
        throw new ApiError(400, 40060, 'Interaction has already been acknowledged.');
      }
      if (age(interaction) > limits.answerWithinMs) throw unknownInteraction();
      return interaction;
    },
    forToken(token) {
      const interaction = byToken.get(token);
      const isAnswered =
        interaction?.answer && interaction.type !== Type.ApplicationCommandAutocomplete;
      if (interaction === undefined || !isAnswered) throw unknownWebhook();
      if (age(interaction) > limits.tokenLifetimeMs) {
        throw new ApiError(401, 50027, 'Invalid Webhook Token');
      }
      return interaction;
    },
    get: (id) => byId.get(id),
    open: () =>
      [...byId.values()].filter(({ modal, isSent }) => modal !== undefined && isSent !== true),
    reopen: (what) =>
      void byId.set(what.id, {
        ...what,
        token: '',
        type: Type.MessageComponent,
        startedAt: performance.now(),
        loading: false,
        followUps: [],
      }),
    changed: (interaction) => {
      for (const look of waiting.get(interaction) ?? []) look();
    },
    until(interaction, holds, ms, complaint) {
      const looks = waiting.get(interaction) ?? new Set();
      waiting.set(interaction, looks);
      return until(looks, holds, ms, complaint);
    },
  };
}
