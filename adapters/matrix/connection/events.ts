import { z } from 'zod';

/** Anybody can put anything into an event: of its content nothing is believed before it is decoded. */
const content = z.record(z.string(), z.unknown()).catch({});

const unsigned = z
  .object({
    /** Ours, in what this device sent. */
    transaction_id: z.string().optional(),
    /** The reader's membership when it was said: `leave` marks what was before one came. */
    membership: z.string().optional(),
    redacted_because: z.unknown().optional(),
    /** What the state was before. */
    prev_content: z.record(z.string(), z.unknown()).optional().catch(undefined),
    'm.relations': z
      .object({ 'm.replace': z.object({ sender: z.string(), content }).optional() })
      .optional()
      .catch(undefined),
  })
  .catch({});

export const event = z.object({
  event_id: z.string(),
  type: z.string(),
  sender: z.string(),
  state_key: z.string().optional(),
  origin_server_ts: z.number().catch(0),
  /** Of an `m.room.redaction`, up to room version 10; later ones have it in the content. */
  redacts: z.string().optional(),
  content,
  unsigned: unsigned.optional(),
});

export type MatrixEvent = z.infer<typeof event>;

/** Of rooms to which one is only invited, some of the state without its ids. */
export const strippedEvent = z.object({
  type: z.string(),
  sender: z.string(),
  state_key: z.string().catch(''),
  content,
});

export type StrippedEvent = z.infer<typeof strippedEvent>;

/** What cannot be read is left out, rather than that nothing is read any more. */
export function readable<T>(shape: z.ZodType<T>) {
  return z.array(z.unknown()).transform((all) =>
    all.flatMap((each) => {
      const read = shape.safeParse(each);
      return read.success ? [read.data] : [];
    }),
  );
}

const noEvents: MatrixEvent[] = [];
const events = z.object({ events: readable(event).catch(noEvents) });

const timeline = z.object({
  events: readable(event).catch(noEvents),
  /** More was said than is told. */
  limited: z.boolean().catch(false),
  prev_batch: z.string().optional(),
});

/** `GET /sync`, as far as it is asked for. */
export const syncAnswer = z.object({
  next_batch: z.string(),
  account_data: events.optional(),
  rooms: z
    .object({
      join: z
        .record(z.string(), z.object({ timeline: timeline.optional(), state: events.optional() }))
        .optional(),
      invite: z
        .record(
          z.string(),
          z.object({ invite_state: z.object({ events: readable(strippedEvent) }).optional() }),
        )
        .optional(),
      leave: z.record(z.string(), z.object({ timeline: timeline.optional() })).optional(),
    })
    .optional(),
});

export type SyncAnswer = z.infer<typeof syncAnswer>;
