import { TERMINAL } from './console.ts';
import { DISCORD } from './discord.ts';
import { MATRIX } from './matrix.ts';
import { SLACK } from './slack.ts';
import { type Conforming, PROMISES } from './stage.ts';

/** Every platform that Hallway speaks. */
export const PLATFORMS: readonly Conforming[] = [DISCORD, SLACK, MATRIX, TERMINAL];

/** What works where, as docs/platforms.md shows it. */
export function tableOf(platforms: readonly Conforming[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...platforms.map(({ name }) => name)]),
    row(['---', ...platforms.map(() => '---')]),
    ...PROMISES.map((promise) => row([promise, ...platforms.map(({ how }) => how[promise])])),
  ].join('\n');
}
