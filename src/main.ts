import { existsSync } from 'node:fs';

/** The program. Loaded by `bin/hallway.js`, once it is known that this Node can run it. */
if (existsSync('.env')) process.loadEnvFile();

const { runProgram } = await import('./main/program.ts');
process.exitCode = await runProgram();
