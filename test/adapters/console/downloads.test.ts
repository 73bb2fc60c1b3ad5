import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveInto } from '../../../adapters/console/downloads.ts';
import { runProgram } from '../../support/program.ts';
import { runHere } from '../../support/serving.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'hallway-')));
});
afterEach(() => rm(folder, { recursive: true }));

const file = (content: string) => ({ name: 'my.talks.ics', mediaType: 'text/calendar', content });

describe('files in the terminal', () => {
  it('are saved where it was started, and nothing is written over', async () => {
    const save = saveInto(folder);
    expect([save(file('one')), save(file('two'))]).toEqual([
      { kind: 'saved', path: join(folder, 'my.talks.ics') },
      { kind: 'saved', path: join(folder, 'my.talks-2.ics') },
    ]);
    expect(await readFile(join(folder, 'my.talks.ics'), 'utf8')).toBe('one');
    expect(await readFile(join(folder, 'my.talks-2.ics'), 'utf8')).toBe('two');
  });

  it('say why they cannot be saved', () => {
    expect(saveInto(join(folder, 'gone'))(file('one'))).toEqual({
      kind: 'unsaved',
      code: 'ENOENT',
    });
  });

  it('are told by their path, and hold what programs are given as an object', async () => {
    const lines = '/talk crfs\n!3\n';
    const { stdout, stderr } = await runProgram([], lines, {}, folder);
    const { stdout: objects } = await runHere(['--json'], lines);

    expect(stderr).toBe('');
    expect(stdout).toContain(`Saved as ${join(folder, 'talk.ics')}\n`);
    expect(stdout).not.toContain('BEGIN:VCALENDAR');
    expect(await readdir(folder)).toEqual(['talk.ics']);
    const [, reply] = objects.trimEnd().split('\n');
    const [attached] = JSON.parse(reply ?? '').attachments;
    const saved = await readFile(join(folder, 'talk.ics'), 'utf8');
    const undated = (text: string) => text.replace(/^(DTSTAMP|SEQUENCE):.*$/gm, '$1');
    expect(undated(saved)).toBe(undated(attached.content));
  });
});
