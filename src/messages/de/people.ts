import type { NamingMessages, RoomMessages } from '../en/people.ts';

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

export const room: RoomMessages = {
  title: (name) => `Raum ${name}`,
  said: {
    full: (clock) => `voll um ${clock}`,
    busy: (clock) => `fast voll um ${clock}`,
  },
  states: { full: 'Voll', busy: 'Fast voll', free: 'Frei' },
  unsaid: 'Dass er voll ist, hat niemand gesagt.',
  late: (minutes) =>
    minutes > 0 ? `Er ist ${minutes} min im Verzug.` : `Er ist ${-minutes} min voraus.`,
  later: (minutes) => `${minutes} min später`,
  onTime: 'Wieder pünktlich',
  look: 'Noch einmal ansehen',
  running: (title, until) => `Bis ${until}: ${title}`,
  next: (title, clock) => `Danach, um ${clock}: ${title}`,
  isFull: (name) => `${name} ist voll`,
  nextThere: (clock, title) => `Dort kommt um ${clock} von deiner Liste: ${title}`,
  meanwhile: 'Zur selben Zeit',
  over: (name) => `In ${name} findet heute nichts mehr statt, also gibt es nichts zu sagen.`,
  helpersOnly:
    'Wie Räume stehen, sagen Helfende, die die Orga dieser Community nennt. Ansehen kann es jeder.',
  lateHowMuch: 'Wie viel? Sag die Minuten dazu: late 10.',
};
