import { messagesFor } from '../../src/messages/messages.ts';
import { HOLE, wordings } from './sentences.ts';

/** Shorter ones are in many a sentence by chance. */
const SHORTEST = 8;

/**
 * What English says and the other language does not, wherever a sentence of English has two words or
 * more between what it is given: `talks start in`, `Nothing is still to come`.
 */
export function englishAlone(language: string): readonly string[] {
  const own = fragmentsOf(language).join('\n');
  return fragmentsOf('en').filter((fragment) => !own.includes(fragment));
}

/** Those of the fragments that are in a text and not in what anybody else wrote, such as a schedule. */
export function foundIn(
  text: string,
  fragments: readonly string[],
  foreign: string,
): readonly string[] {
  const read = ` ${plain(text)} `;
  const others = ` ${plain(foreign)} `;
  return fragments.filter((each) => read.includes(` ${each} `) && !others.includes(` ${each} `));
}

function fragmentsOf(language: string): readonly string[] {
  const texts = wordings(messagesFor(language)).flatMap(([name, made]) =>
    // Names of filters and commands are in all languages' examples.
    /^(?:names|commands|help\.filterExamples)\b/.test(name) ? [] : made,
  );
  const parts = texts.filter((text) => !HOLE.test(text)).flatMap((text) => text.split(/-?\d+/));
  return [...new Set(parts.map(plain))].filter(
    (part) => part.length >= SHORTEST && part.includes(' '),
  );
}

/** Words alone, with one blank between. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\\n|[^\p{L}\p{N}’']+/gu, ' ')
    .trim();
}
