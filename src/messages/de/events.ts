import type { EventMessages } from '../en/events.ts';

export const events: EventMessages = {
  on: 'Events sind an',
  willFollow: (count) =>
    count === 1
      ? 'Ein Vortrag wird zum Event und folgt von nun an dem Programm.'
      : `${count} Vorträge werden zu Events; das dauert einige Minuten. Sie folgen von nun an dem Programm.`,
  capped: (most) =>
    `Platz ist für ${most} Events auf einmal: Die übrigen folgen, wenn die ersten vorbei sind.`,
  nothingToCome: 'Dort steht kein Vortrag mehr bevor, also gibt es nichts für Events.',
  off: 'Events sind aus',
  removed: 'Alle Events, die aus Vorträgen entstanden, werden entfernt.',
  lacking: (permissions) =>
    `Ich darf hier Events weder erstellen noch entfernen. Gib meiner Rolle diese Berechtigung: ${permissions}.`,
  notHere: 'Events gehen nur in einer Community, in die ich eingeladen wurde.',
  kept: (title) => `Folgt dem Programm von ${title}.`,
};
