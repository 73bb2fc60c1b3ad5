import type { ServeOptions } from '../cli/cli.ts';
import { chosenClock } from '../cli/startingClock.ts';
import { inSlices } from '../clock/steps.ts';
import { systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config/config.ts';
import { secretsIn } from '../log/secret.ts';
import { createLog, type Log } from '../log.ts';
import { type Source, sourceOf } from '../schedule/source.ts';
import type { MakeIndex } from '../search/lazyIndex.ts';
import { withNeighbours } from './neighbours.ts';
import { defaultSchedule, type Environment, type ProcessSurroundings } from './surroundings.ts';

/** On the chat platforms that are configured; in the terminal where there are none. */
export async function serve(
  options: ServeOptions,
  environment: Environment,
  around: ProcessSurroundings,
): Promise<number> {
  const config = readConfig(environment);
  const source = chosenSource(options, config);
  if ((config.discord ?? config.slack ?? config.matrix) === undefined) {
    const { serveTerminal } = await import('./terminal.ts');
    return serveTerminal(options, config, source, around);
  }
  const [{ run }, { loadAhead, loadChats }] = await withNeighbours(() =>
    Promise.all([import('./run.ts'), import('./chats.ts')]),
  );
  loadAhead(config);
  const { speed = 1 } = options;
  const clock = chosenClock(options);
  const log = createLog(config.logLevel ?? 'info', secretsIn(config));
  const { locale, decode } = around;
  return run(
    {
      ...{ config, locale, source, clock, speed, log, decode },
      makeIndex: indexing(log),
    },
    (base) => loadChats(config, { ...base, clock, speed, log }),
  );
}

/** Whoever asks in the moment of the start is answered before anything is done for later questions. */
const FIRST_ANSWERED_MS = 250;

/** People are answered meanwhile: by titles, and then by words until it is known what they mean. */
function indexing(log: Log): MakeIndex {
  return async (conference, signal) => {
    await systemClock.sleep(FIRST_ANSWERED_MS, signal);
    const [{ indexTalks }, { meaningInSlices }] = await withNeighbours(() =>
      Promise.all([
        import('../search/talkIndex.ts'),
        import('../../adapters/meaning/meaning.ts'),
        // So that it is there when the first abstract is shown.
        import('../cards/markup/parser.ts'),
      ]),
    );
    const index = await inSlices(indexTalks(conference), signal);
    meaningInSlices(conference.talks, signal).then(index.understand, (err: unknown) => {
      if (!signal.aborted) log.error({ err }, 'Talks are searched by their words alone');
    });
    return index;
  };
}

/** Named in a rehearsal or in the environment; else the conference that comes with Hallway. */
export function chosenSource(
  options: Pick<ServeOptions, 'schedule' | 'zone'>,
  { schedule }: Config,
): Source {
  const named = options.schedule ?? schedule.source;
  const source = {
    ...sourceOf(named ?? defaultSchedule, options.zone ?? schedule.timeZone, 'operator'),
    ...(named === undefined ? ({ isExample: true } as const) : {}),
  };
  const isAnother = options.schedule !== undefined;
  return schedule.title === undefined || isAnother ? source : { ...source, title: schedule.title };
}
