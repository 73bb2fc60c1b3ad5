import { decodeApart } from '../../adapters/decoding/decode.ts';
import { meaningApart } from '../../adapters/meaning/meaning.ts';
import type { ServeOptions } from '../cli/cli.ts';
import { chosenClock } from '../cli/startingClock.ts';
import { inSlices } from '../clock/steps.ts';
import { type Config, readConfig } from '../config/config.ts';
import { secretsIn } from '../log/secret.ts';
import { createLog } from '../log.ts';
import { type Source, sourceOf } from '../schedule/source.ts';
import type { MakeIndex } from '../search/lazyIndex.ts';
import { defaultSchedule, type Environment, type ProcessSurroundings } from './surroundings.ts';

/** On the chat platforms that are configured; in the terminal where there are none. */
export async function serve(
  options: ServeOptions,
  environment: Environment,
  around: ProcessSurroundings,
): Promise<number> {
  const config = readConfig(environment);
  const source = chosenSource(options, config);
  if (config.discord === undefined && config.slack === undefined) {
    const { serveTerminal } = await import('./terminal.ts');
    return serveTerminal(options, config, source, around);
  }
  const [{ run }, { loadChats }, { indexTalks }] = await Promise.all([
    import('./run.ts'),
    import('./chats.ts'),
    import('../search/talkIndex.ts'),
  ]);
  const { speed = 1 } = options;
  const clock = chosenClock(options);
  const log = createLog(config.logLevel ?? 'info', secretsIn(config));
  // People are answered meanwhile: by words until it is known what they mean.
  const makeIndex: MakeIndex = async (conference, signal) => {
    const index = await inSlices(indexTalks(conference), signal);
    meaningApart(conference.talks, signal).then(index.understand, (err: unknown) => {
      if (!signal.aborted) log.error({ err }, 'Talks are searched by their words alone');
    });
    return index;
  };
  const { locale } = around;
  return run(
    { config, locale, source, clock, speed, log, decode: decodeApart, makeIndex },
    (base) => loadChats(config, { ...base, clock, speed, log }),
  );
}

/** Named in a rehearsal or in the environment; else the conference that comes with Hallway. */
function chosenSource(options: ServeOptions, { schedule }: Config): Source {
  const address = options.schedule ?? schedule.source ?? defaultSchedule;
  const source = sourceOf(address, options.zone ?? schedule.timeZone, 'operator');
  const isAnother = options.schedule !== undefined;
  return schedule.title === undefined || isAnother ? source : { ...source, title: schedule.title };
}
