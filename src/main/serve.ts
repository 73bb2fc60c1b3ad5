import { decodeApart } from '../../adapters/decoding/decode.ts';
import type { ServeOptions } from '../cli/commandLine.ts';
import { chosenClock } from '../cli/startingClock.ts';
import { type Config, readConfig } from '../config/config.ts';
import { secretsIn } from '../log/secret.ts';
import { createLog } from '../log.ts';
import { programmeKey } from '../programme/programme.ts';
import type { Source } from '../schedule/feed.ts';
import { defaultSchedule, type Environment, type ProcessSurroundings } from './surroundings.ts';

/** On the chat platforms that are configured; in the terminal where there are none. */
export async function serve(
  options: ServeOptions,
  environment: Environment,
  around: ProcessSurroundings,
): Promise<number> {
  const config = readConfig(environment);
  const source = sourceOf(options, config);
  if (config.discord === undefined && config.slack === undefined) {
    const { serveTerminal } = await import('./terminal.ts');
    return serveTerminal(options, config, source, around);
  }
  const [{ run }, { loadChats }] = await Promise.all([import('./run.ts'), import('./chats.ts')]);
  const { speed = 1 } = options;
  const clock = chosenClock(options);
  const log = createLog(config.logLevel ?? 'info', secretsIn(config));
  return run({ config, source, clock, speed, log, decode: decodeApart }, (base) =>
    loadChats(config, { ...base, clock, log }),
  );
}

/** Named in a rehearsal or in the environment; else the conference that comes with Hallway. */
function sourceOf(options: ServeOptions, { schedule }: Config): Source {
  const address = options.schedule ?? schedule.source ?? defaultSchedule;
  const timeZone = options.zone ?? schedule.timeZone;
  const key = programmeKey([address, ...(timeZone === undefined ? [] : [timeZone])].join(' '));
  return { key, address, ...(timeZone === undefined ? {} : { timeZone }), trust: 'operator' };
}
