import { readFileSync } from 'node:fs';
import { runCommandLine } from '../cli/cli.ts';
import { EXIT, type Surroundings } from '../cli/surroundings.ts';
import { ConfigError } from '../config/error.ts';
import { refusalWords } from '../messages/refusalWords.ts';
import { ScheduleFormatError } from '../schedule/refusal.ts';
import { withNeighbours } from './neighbours.ts';
import {
  defaultSchedule,
  type Environment,
  http,
  ownOfProcess,
  surroundingsIn,
} from './surroundings.ts';

/** Does what the command line says and resolves to the exit code; each subcommand loads what it needs. */
export async function runProgram(
  environment: Environment,
  argv: readonly string[] = process.argv,
  own = ownOfProcess,
): Promise<number> {
  const around = surroundingsIn(environment, own);
  own.streams.stdout.on('error', endWithReader);
  try {
    return await runCommandLine(argv, {
      ...around,
      defaultSchedule,
      version: ownVersion(),
      subcommands: {
        serve: async (options) => {
          const { serve } = await withNeighbours(() => import('./serve.ts'));
          return serve(options, environment, around);
        },
        check: async (options) => (await import('../cli/check.ts')).check(options, around),
        ask: async (options) => (await import('../cli/ask.ts')).ask(options, around),
        search: async (options) => (await import('../cli/search.ts')).search(options, around),
        rehearse: async (options) =>
          (await import('./rehearse.ts')).rehearseInMemory(options, around),
        trace: async (options) =>
          (await import('./trace.ts')).traceInDatabase(options, environment, around),
        backup: async (options) =>
          (await import('./backup.ts')).backup(options, environment, around),
        restored: async () => (await import('./restored.ts')).noteRestored(environment, around),
        manifest: async (options) => (await import('./manifest.ts')).printManifest(options, around),
      },
    });
  } catch (error) {
    return explain(error, around);
  } finally {
    await http.close();
  }
}

function ownVersion(): string {
  const manifest = new URL('../../package.json', import.meta.url);
  return String(JSON.parse(readFileSync(manifest, 'utf8')).version);
}

/** What a person can mend ends in words; everything else is a bug and keeps its stack. */
function explain(error: unknown, { complain, messages }: Surroundings): number {
  if (error instanceof ScheduleFormatError) {
    complain(refusalWords(error, messages));
    return EXIT.unreadable;
  }
  if (!(error instanceof ConfigError)) throw error;
  complain(messages.config.invalid(error.findings.length));
  for (const finding of error.findings) complain(`- ${finding(messages.config)}`);
  return error.mayPass ? EXIT.away : EXIT.misused;
}

/** Whoever read the output has seen enough: `hallway check … | head`. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
}
