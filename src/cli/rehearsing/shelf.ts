import { ScheduleFormatError } from '../../schedule/refusal.ts';
import { shownSource } from '../../schedule/sources/shownSource.ts';
import type { Surroundings } from '../surroundings.ts';

/** What is shown is found and read as one. */
const NOTHING = new Uint8Array();

/** The source of a rehearsal: one version after the other lies at its address. */
export function createShelf(
  { source, zone }: { readonly source: string; readonly zone?: string | undefined },
  around: Pick<Surroundings, 'read'>,
) {
  let shown = source;
  let refusal: unknown;
  return {
    show: (next: string) => {
      shown = next;
    },
    feed: {
      fetch: async () =>
        ({ kind: 'fresh', bytes: NOTHING, fingerprint: shown, validators: {} }) as const,
      ask: async () => {
        throw new Error('The rehearsal asks of no address but its own');
      },
    },
    /** Of several sources, the one that cannot be read is named. */
    decode: async () => {
      try {
        return (await around.read(shown, zone)).schedule.conference;
      } catch (error) {
        if (!(error instanceof ScheduleFormatError)) throw error;
        refusal = new ScheduleFormatError(
          error.refusal,
          `${shownSource(shown)} ${error.path}`.trim(),
        );
        throw refusal;
      }
    },
    /** Throws what could not be read: a rehearsal does not go on without it. */
    refuse: () => {
      if (refusal !== undefined) throw refusal;
    },
  };
}
