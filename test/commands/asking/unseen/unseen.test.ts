import { describe, expect, it } from 'vitest';
import { areRealSchedulesHere } from '../../../support/realSchedules.ts';
import { answersTo } from './answered.ts';
import { CAMPERS } from './campers.ts';
import { CORRIDOR } from './corridor.ts';
import { HALF_A } from './halfA.ts';
import { HALF_B } from './halfB.ts';
import { LATER } from './later.ts';
import { NEWCOMERS } from './newcomers.ts';
import { CONFERENCES, type UnseenSection } from './oracle.ts';
import { PASSERSBY } from './passersby.ts';
import { QUEUES } from './queues.ts';
import { STRANGERS } from './strangers.ts';

/** Right at least so often, and never wrong and sure of it (issue 16, Proof). */
const RIGHT = 0.95;

async function judged(sections: readonly UnseenSection[]) {
  const answers = [];
  for (const section of sections) answers.push(...(await answersTo(section)));
  const wrong = answers.filter(({ fault }) => fault !== undefined);
  const sure = wrong.filter(({ told }) => told.confident);
  const said = ({ question, fault }: (typeof wrong)[number]) => `${question}: ${fault}`;
  return {
    asked: answers.length,
    wrong: wrong.map(said),
    sure: sure.map(said),
  };
}

const isBundled = ({ conference }: UnseenSection) => CONFERENCES[conference].file === undefined;

describe.each([
  ['half A', HALF_A],
  ['half B', HALF_B],
  ['later', LATER],
  ['strangers', STRANGERS],
  ['newcomers', NEWCOMERS],
  ['passers-by', PASSERSBY],
  ['campers', CAMPERS],
  ['a corridor', CORRIDOR],
  ['queues', QUEUES],
])('questions nobody fitted the grammar to, %s', (_, sections) => {
  it('are understood on the bundled conference', async () => {
    const { asked, wrong, sure } = await judged(sections.filter(isBundled));
    expect(sure).toEqual([]);
    expect(wrong.length).toBeLessThanOrEqual(asked * (1 - RIGHT));
  });

  it.runIf(areRealSchedulesHere)(
    'are understood on real ones',
    // Whole conferences are read and indexed, on whatever machine.
    { timeout: 240_000 },
    async () => {
      const { asked, wrong, sure } = await judged(sections.filter((each) => !isBundled(each)));
      expect(sure).toEqual([]);
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(asked * (1 - RIGHT));
    },
  );
});
