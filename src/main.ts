import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

/**
 * The program. What was compiled at an earlier start need not be compiled again; where the folder
 * cannot be written, it is. Modules are loaded when that is settled, and only those in use.
 */
enableCompileCache(resolve(import.meta.dirname, '../node_modules/.cache/hallway'));
if (existsSync('.env')) process.loadEnvFile();

const { runProgram } = await import('./main/program.ts');
process.exitCode = await runProgram();
