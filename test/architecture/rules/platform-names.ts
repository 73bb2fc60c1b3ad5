import type { Rule } from '../source.ts';
import { isRoot } from './floors.ts';

/** The composition root must call the platforms by their names, too. */
const CONFIGURATION = ['src/config/config.ts', 'src/config/operator.ts', 'src/config/variables.ts'];

/** `console` is left out: it is an ordinary word. */
const NAME = /discord|slack/i;

/** The core names no chat platform, neither in code nor in a comment nor in a path. */
export const platformNames: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith('src/') && !CONFIGURATION.includes(path) && !isRoot(path))
    .flatMap(({ path, text }) => [
      ...(NAME.test(path) ? [`${path} names a platform`] : []),
      ...text.split('\n').flatMap((line, index) => {
        const name = NAME.exec(line)?.[0];
        return name === undefined ? [] : [`${path}:${index + 1} names ${name}`];
      }),
    ]);
