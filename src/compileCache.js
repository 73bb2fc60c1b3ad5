import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

/**
 * What was compiled at an earlier start need not be compiled again; where the folder cannot be
 * written, it is. In JavaScript, and loaded before `main.ts` (`node --import`), since Node's type
 * stripper costs about 10 MB for good and is loaded with the first TypeScript file that is not in the cache.
 */
enableCompileCache(resolve(import.meta.dirname, '../node_modules/.cache/hallway'));
