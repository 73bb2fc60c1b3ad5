import type { NumberedMessages } from '../en/numbered.ts';

export const numbered: NumberedMessages = {
  inDirectRoom: 'Dat is alleen voor jou: ik heb in onze eigen kamer geantwoord.',
  posted: (room) => `Geplaatst in ${room}.`,
  postFromWhere:
    'Ik plaats alleen iets in een kamer waar je bent en het me vraagt. Vraag het in de kamer die het moet zien, en kies het dan hier.',
  writeIt: 'Schrijf het hier als je volgende bericht, of als antwoord op dit bericht.',
  now: (value) => `Nu: ${value}`,
  choose: 'Kies door met het nummer te antwoorden.',
  noSuchNumber: (number, count) =>
    count === 0
      ? 'Bij dat bericht valt niets te kiezen.'
      : `Er is geen keuze ${number}; dat bericht biedt 1 tot en met ${count}.`,
  whichCommunity:
    'Je organiseert meerdere community’s. Over welke gaat dit? Antwoord met het nummer.',
  cannotRead: (self) =>
    `Versleutelde berichten kan ik niet lezen, dus in deze kamer krijgt niemand antwoord. Schrijf me (${self}) in een kamer zonder versleuteling.`,
  cannotReadDirect:
    'Versleutelde berichten kan ik niet lezen. Ik heb voor ons tweeën een kamer zonder versleuteling gemaakt en je uitgenodigd: vraag het me daar.',
  anotherSpace: 'een plek in de space die hier wordt beheerd',
  encrypted: 'een kamer zonder versleuteling',
  power: (own, needed) => `een machtsniveau van ${needed}, waar het ${own} heeft`,
  liftLimit: (self) =>
    `Wie hem draait, kan dat voor mijn account opheffen; bij Synapse: POST /_synapse/admin/v1/users/${self}/override_ratelimit met {"messages_per_second": 0, "burst_count": 0}.`,
};
