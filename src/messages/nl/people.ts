import type { NamingMessages, RoomMessages } from '../en/people.ts';

export const naming: NamingMessages = {
  label: { organiser: 'Organisatie', helper: 'Vrijwilligers' },
  listed: {
    organiser: 'Organisatie, naast wie deze community beheert:',
    helper: 'Vrijwilligers die naast de organisatie mogen melden hoe het met zalen staat:',
  },
  nobody: 'nog niemand.',
  byAdmins: 'Wie deze community beheert, zegt wie er nog meer organiseert.',
  everybody: 'Dat zou iedereen zijn. Noem een rol die alleen jullie team heeft, of mensen.',
  notNamed: {
    organiser: 'hoorde niet bij de organisatie, dus er is niets veranderd.',
    helper: 'hoorde niet bij de vrijwilligers, dus er is niets veranderd.',
  },
  noGroups: (group) =>
    `Wie er in een groep zit, hoor ik hier niet, dus ${group} kan niet worden genoemd. Noem de mensen zelf, met een @ ervoor.`,
  noPerson: (word) => `Niemand hier heet “${word}”. Noem mensen met een @ ervoor.`,
};

export const room: RoomMessages = {
  title: (name) => `Zaal ${name}`,
  said: {
    full: (clock) => `vol om ${clock}`,
    busy: (clock) => `bijna vol om ${clock}`,
  },
  states: { full: 'Vol', busy: 'Bijna vol', free: 'Plaats genoeg' },
  unsaid: 'Niemand heeft gezegd dat ze vol is.',
  late: (minutes) =>
    minutes > 0 ? `Het loopt ${minutes} min uit.` : `Het loopt ${-minutes} min voor.`,
  later: (minutes) => `${minutes} min later`,
  onTime: 'Weer op tijd',
  look: 'Vernieuwen',
  running: (title, until) => `Tot ${until}: ${title}`,
  next: (title, clock) => `Daarna, om ${clock}: ${title}`,
  isFull: (name) => `${name} is vol`,
  nextThere: (clock, title) => `Daar komt om ${clock} van je lijst: ${title}`,
  meanwhile: 'Tegelijkertijd',
  over: (name) => `In ${name} is vandaag niets meer, dus er valt niets te zeggen.`,
  helpersOnly:
    'Hoe het met zalen staat, melden vrijwilligers die de organisatie van deze community aanwijst. Kijken mag iedereen.',
  lateHowMuch: 'Hoeveel later? Zeg de minuten erbij: late 10.',
};
