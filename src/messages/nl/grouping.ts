import type { GroupingMessages } from '../en/grouping.ts';
import { plural } from './counts.ts';

export const grouping: GroupingMessages = {
  isNone: 'Dat is geen kanaal, maar er zitten kanalen in: noem er een.',
  ofOne: (option) =>
    `Voor alle kanalen tegelijk is er alleen de tijd vooraf; geef ${option} daarna voor elk apart.`,
  proposed: (count, lead) =>
    count === 0
      ? 'Geen kanaal daar heet als een zaal in het programma, en geen lezing verwijst naar een.'
      : `${plural(count, 'Eén kanaal krijgt zijn zaal', `${count} kanalen krijgen hun zaal`)}, ${lead} min van tevoren:`,
  channelsLeft: 'Geen zaal voor:',
  roomsLeft: (rooms) => `Geen kanaal voor: ${rooms}.`,
  take: 'Zo aankondigen',
  taken: (count) =>
    plural(
      count,
      'Eén kanaal hoort vanaf nu van zijn zaal.',
      `${count} kanalen horen vanaf nu van hun zaal.`,
    ),
  closed: 'In deze kan ik niet schrijven; nodig me uit en probeer het nog eens:',
};
