import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { withNeighbours } from './main/neighbours.ts';

/** The program. Loaded by `bin/hallway.js`, once it is known that this Node can run it. */
if (existsSync('.env')) {
  // `process.loadEnvFile` takes the byte order mark of a Windows editor for a part of the first name.
  const settings = parseEnv(readFileSync('.env', 'utf8').replace(/^\u{feff}/u, ''));
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
}
const { runProgram } = await withNeighbours(() => import('./main/program.ts'));
process.exitCode = await runProgram(process.env);
// What was written is waited for; what a library still holds on to, such as a call that hangs, is not.
process.stdout.write('', () => process.exit());
