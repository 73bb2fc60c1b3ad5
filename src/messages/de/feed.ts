import type { FeedMessages } from '../en/feed.ts';

export const feed: FeedMessages = {
  notHttps: (address) =>
    `„${address}“ beginnt nicht mit https://; gib die Adresse des Programms wie im Browser an.`,
  withPassword: () =>
    'Die Adresse enthält einen Namen oder ein Passwort; gib eine an, die beides nicht braucht.',
  privateAddress: (host) =>
    `„${host}“ liegt in einem privaten Netz, in das Hallway nicht hineingreift.`,
  status: (status) => `Die Quelle hat mit HTTP-Status ${status} geantwortet.`,
  badRedirect: (location) =>
    `Die Quelle leitet nach „${location}“ weiter, und das ist keine Webadresse.`,
  tooManyRedirects: (most) => `Die Quelle leitet mehr als ${most}-mal weiter.`,
  tooSlow: (seconds) => `Die Quelle hat nicht innerhalb von ${seconds} s geantwortet.`,
  unreachable: (address, reason) => `„${address}“ ist nicht erreichbar: ${reason}`,
};
