import { runCommandLine } from '../cli/commandLine.ts';
import { EXIT } from '../cli/surroundings.ts';
import { ConfigError } from '../config/error.ts';
import { refusalWords } from '../messages/refusalWords.ts';
import { ScheduleFormatError } from '../schedule/refusal.ts';
import { around, defaultSchedule, http } from './surroundings.ts';

/** Does what the command line says and resolves to the exit code; each subcommand loads what it needs. */
export async function runProgram(): Promise<number> {
  process.stdout.on('error', endWithReader);
  try {
    return await runCommandLine(process.argv, {
      ...around,
      defaultSchedule,
      subcommands: {
        serve: async (options) => (await import('./serve.ts')).serve(options),
        check: async (options) => (await import('../cli/check.ts')).check(options, around),
        search: async (options) => (await import('../cli/search.ts')).search(options, around),
        rehearse: async (options) => (await import('./rehearse.ts')).rehearseInMemory(options),
        manifest: async (options) => (await import('./manifest.ts')).printManifest(options),
      },
    });
  } catch (error) {
    return explain(error);
  } finally {
    await http.close();
  }
}

/** What a person can mend ends in words; everything else is a bug and keeps its stack. */
function explain(error: unknown): number {
  if (error instanceof ScheduleFormatError) {
    around.complain(refusalWords(error, around.messages));
    return EXIT.unreadable;
  }
  if (!(error instanceof ConfigError)) throw error;
  around.complain(around.messages.config.invalid(error.findings.length));
  for (const finding of error.findings) around.complain(`- ${finding(around.messages.config)}`);
  return EXIT.misused;
}

/** Whoever read the output has seen enough: `hallway check … | head`. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
}
