import type { NamingMessages } from '../en/people.ts';

export const naming: NamingMessages = {
  label: { organiser: 'Orga', helper: 'Helfende' },
  listed: {
    organiser: 'Zur Orga gehören, neben denen, die diese Community verwalten:',
    helper: 'Wie Räume stehen, sagen neben der Orga diese Helfenden:',
  },
  nobody: 'noch niemand.',
  byAdmins: 'Wer sonst zur Orga gehört, sagt, wer diese Community verwaltet.',
  everybody: 'Das wären alle. Nenne eine Rolle, die nur euer Team hat, oder einzelne Leute.',
  notNamed: {
    organiser: 'gehörte nicht zur Orga; es bleibt alles, wie es war.',
    helper: 'gehörte nicht zu den Helfenden; es bleibt alles, wie es war.',
  },
  noGroups: (group) =>
    `Wer in einer Gruppe ist, erfährt Hallway hier nicht; deshalb lässt sich ${group} nicht nennen. Nenne die Leute einzeln, mit @ davor.`,
  noPerson: (word) => `„${word}“ ist hier niemand. Nenne Leute mit @ davor.`,
};
