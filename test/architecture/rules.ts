import { environment, outsideWorld, time } from './rules/ambient.ts';
import { constructs } from './rules/constructs.ts';
import { cycles } from './rules/cycles.ts';
import { doors } from './rules/doors.ts';
import { floors } from './rules/floors.ts';
import { folders } from './rules/folders.ts';
import { packages } from './rules/packages.ts';
import { platformNames } from './rules/platform-names.ts';
import { sentences } from './rules/sentences.ts';
import { fileSize, functionSize } from './rules/size.ts';
import type { Rule } from './source.ts';

/** The rules of the source tree, each with the sentence that it holds. */
export const RULES: Readonly<Record<string, Rule>> = {
  'imports go down the floors, and only the composition root imports adapters': floors,
  'each floor has a door': doors,
  'folders side by side import each other one way': folders,
  'each place imports only the packages that are its to use': packages,
  'no file imports itself by way of others': cycles,
  'time comes from clock.ts alone': time,
  'the core reaches outside in its composition root alone': outsideWorld,
  'the environment is read in main.ts alone': environment,
  'the core names no platform': platformNames,
  'every sentence people read comes from src/messages': sentences,
  'there are no enums, namespaces, re-exports, default exports, any or classes': constructs,
  'no file is longer than 300 lines': fileSize,
  'no function is longer than 60 lines': functionSize,
};
