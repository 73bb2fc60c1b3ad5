import type { NamingMessages, RoomMessages } from '../en/people.ts';

export const naming: NamingMessages = {
  label: { organiser: 'Orga', helper: 'Helfende' },
  listed: {
    organiser: 'Zur Orga gehören, neben denen, die diese Community verwalten:',
    helper: 'Wie es um Räume steht, melden neben der Orga diese Helfenden:',
  },
  nobody: 'noch niemand.',
  byAdmins: 'Wer sonst zur Orga gehört, sagt, wer diese Community verwaltet.',
  everybody: 'Das wären alle. Nenne eine Rolle, die nur eure Orga hat, oder einzelne Leute.',
  notNamed: {
    organiser: 'gehörte nicht zur Orga; es bleibt alles, wie es war.',
    helper: 'gehörte nicht zu den Helfenden; es bleibt alles, wie es war.',
  },
  noGroups: (group) =>
    `Wer in einer Gruppe ist, erfährt Hallway hier nicht; deshalb lässt sich ${group} nicht nennen. Nenne die Leute einzeln, mit @ davor.`,
  noPerson: (word) => `Niemand hier heißt „${word}“. Nenne Leute mit @ davor.`,
};

export const room: RoomMessages = {
  title: (name) => `Raum ${name}`,
  said: {
    full: (clock) => `voll um ${clock}`,
    busy: (clock) => `fast voll um ${clock}`,
  },
  states: { full: 'Voll', busy: 'Fast voll', free: 'Frei' },
  unsaid: 'Niemand hat gesagt, dass er voll ist.',
  late: (minutes) =>
    minutes > 0
      ? `Hier ist alles ${minutes} Min. später.`
      : `Hier ist alles ${-minutes} Min. früher.`,
  later: (minutes) => `${minutes} Min. später`,
  onTime: 'Wieder pünktlich',
  look: 'Noch einmal ansehen',
  running: (title, until) => `Bis ${until}: ${title}`,
  next: (title, clock) => `Danach, um ${clock}: ${title}`,
  isFull: (name) => `${name} ist voll`,
  nextThere: (clock, title) => `Dort kommt um ${clock} von deiner Liste: ${title}`,
  meanwhile: 'Zur selben Zeit',
  over: (name) => `In ${name} findet heute nichts mehr statt, also gibt es nichts zu sagen.`,
  helpersOnly:
    'Wie es um Räume steht, melden Helfende, die die Orga dieser Community nennt. Nachsehen können alle.',
  lateHowMuch: 'Wie viel später? Sag die Minuten dazu: late 10.',
};
