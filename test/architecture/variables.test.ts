import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from './project.ts';
import { parseSources } from './source.ts';
import { variablesOffered, variablesRead } from './variables.ts';

function readBy(text: string): readonly string[] {
  return parseSources(new Map([['src/config.ts', text]])).flatMap(variablesRead);
}

describe('the variables of the configuration', () => {
  it('are found however they are read', () => {
    const text = [
      'const LONGEST = 1;',
      'const schema = object({ DISCORD_TOKEN: string(), PORT: number().max(LONGEST) });',
      "const { LOG_LEVEL = 'info' } = env;",
      "const source = env.SCHEDULE ?? env['DATABASE_URL'];",
      "fail('SLACK_BOT_TOKEN needs SLACK_APP_TOKEN as well');",
    ].join('\n');
    expect(readBy(text)).toEqual([
      'DATABASE_URL',
      'DISCORD_TOKEN',
      'LOG_LEVEL',
      'PORT',
      'SCHEDULE',
    ]);
  });

  it('are found in an example, set or commented out', () => {
    expect(variablesOffered('# A token, PORT= or so.\n# TOKEN=\nPORT=1\n#SPEED=2\n')).toEqual([
      'TOKEN',
      'PORT',
      'SPEED',
    ]);
  });

  it('are exactly those of .env.example', () => {
    const read = readBy(readFileSync(resolve(PROJECT, 'src/config.ts'), 'utf8'));
    const offered = variablesOffered(readFileSync(resolve(PROJECT, '.env.example'), 'utf8'));
    expect(offered.toSorted()).toEqual(read);
  });
});
