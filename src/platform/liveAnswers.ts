import type { Card } from '../cards/cards.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { CardReply } from './requests.ts';

/** How often a platform lets an answer be edited, by the machine's clock. */
export interface Edits {
  readonly everyMs: number;
  /** Altogether. */
  readonly most: number;
  /** From the answer on. */
  readonly withinMs: number;
}

/** Answers that show how something goes on (`CardReply.later`), until something else is shown in their place. */
export interface LiveAnswers {
  /** Keeps what is shown in `place` true from now on, by `edit`. Where nothing comes of a reply, nothing is begun. */
  begin(
    place: string,
    { later }: Pick<CardReply, 'later'>,
    edits: Edits,
    edit: (card: Card) => Promise<unknown>,
  ): void;
  /** To be awaited before something else is shown there: an edit that is under way would come after it. */
  end(place: string): Promise<void>;
  /** Ends all. */
  close(): Promise<void>;
}

export function createLiveAnswers(
  clock: Pick<Clock, 'now' | 'sleep'>,
  log: Pick<Log, 'info'>,
): LiveAnswers {
  const live = new Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>();
  const end = async (place: string) => {
    const one = live.get(place);
    one?.stop.abort();
    await one?.done;
  };
  return {
    begin(place, { later }, edits, edit) {
      if (later === undefined) return;
      live.get(place)?.stop.abort();
      const stop = new AbortController();
      const done = keepTrue(later, edits, edit, clock, stop.signal)
        .catch((err: unknown) => log.info({ err }, 'An answer is not kept true any longer'))
        .then(() => {
          if (live.get(place)?.stop === stop) live.delete(place);
        });
      live.set(place, { stop, done });
    },
    end,
    close: async () => {
      await Promise.all(live.keys().map(end));
    },
  };
}

/** Of few edits, each is kept for its share of the whole, and the last for the end. */
async function keepTrue(
  later: NonNullable<CardReply['later']>,
  { everyMs, most, withinMs }: Edits,
  edit: (card: Card) => Promise<unknown>,
  clock: Pick<Clock, 'now' | 'sleep'>,
  signal: AbortSignal,
): Promise<void> {
  const lastAt = clock.now() + withinMs - everyMs;
  let shown: string | undefined;
  for (let made = 0; made < most; ) {
    await clock.sleep(everyMs, signal);
    if (signal.aborted) return;
    const { card, done } = await later();
    const isLast = done >= 1 || clock.now() >= lastAt;
    const isDue = isLast || done >= (made + 1) / most;
    const told = JSON.stringify(card);
    if (isDue && told !== shown && !signal.aborted) {
      shown = told;
      made += 1;
      await edit(card);
    }
    if (isLast) return;
  }
}
