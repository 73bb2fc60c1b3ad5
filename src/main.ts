import './compileCache.js';
import { existsSync } from 'node:fs';

/** The program. Modules are loaded when the cache of compiled ones is there, and only those in use. */
if (existsSync('.env')) process.loadEnvFile();

const { runProgram } = await import('./main/program.ts');
process.exitCode = await runProgram();
