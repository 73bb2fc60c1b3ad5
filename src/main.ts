import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/**
 * The program. What was compiled at an earlier start need not be compiled again; where the folder
 * cannot be written, it is. Modules are loaded when that is settled, and only those in use.
 */
enableCompileCache(resolve(import.meta.dirname, '../node_modules/.cache/hallway'));
// Young objects are few but for the start, whose room V8 would keep for good.
setFlagsFromString('--semi-space-growth-factor=1');
if (existsSync('.env')) process.loadEnvFile();

const { runProgram } = await import('./main/program.ts');
process.exitCode = await runProgram();
