import { existsSync } from 'node:fs';
import { runProgram } from './main/program.ts';

/** The program. Loaded by `bin/hallway.js`, once it is known that this Node can run it. */
if (existsSync('.env')) process.loadEnvFile();
process.exitCode = await runProgram(process.env);
// What was written is waited for; what a library still holds on to, such as a call that hangs, is not.
process.stdout.write('', () => process.exit());
