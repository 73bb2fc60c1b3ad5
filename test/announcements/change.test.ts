import { expect, it } from 'vitest';
import { toldChange } from '../../src/announcements/versions/change.ts';
import { changeOf } from '../../src/schedule/comparing/changes.ts';
import { talkAt } from '../support/conferences.ts';

const TEN = Date.UTC(2020, 1, 1, 10);

it('keeps who spoke and who speaks, for a change that is worded later', () => {
  const before = talkAt('1', TEN, { speakers: [{ name: 'Ada' }, { name: 'Bo' }] });
  const after = { ...before, speakers: [{ name: 'Cy' }] };
  const change = changeOf(before, after);

  expect(change && toldChange(change)).toMatchObject({
    kind: 'edited',
    fields: ['speakers'],
    speakers: { before: ['Ada', 'Bo'], after: ['Cy'] },
  });
});
