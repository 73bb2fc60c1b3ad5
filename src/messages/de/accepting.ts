import type { AcceptingMessages } from '../en/accepting.ts';
import { toldWords } from './byHand.ts';

export const accepting: AcceptingMessages = {
  title: 'Eine Fassung, die nicht übernommen wurde',
  see: 'Zeigen, was sie ändern würde',
  wouldChange: (count, counts) =>
    count === 0
      ? 'Sie würde an dem, was noch kommt, nichts ändern.'
      : `Sie würde ${count === 1 ? 'einen Vortrag' : `${count} Vorträge`} ändern: ${counts}.`,
  forAll: 'Übernommen wird sie so, wie sie hier steht, für alle, die dieses Programm nutzen.',
  take: 'Diese Fassung übernehmen',
  taken: (channels, members) => `Die Fassung ist übernommen. ${toldWords(channels, members)}`,
  another: 'Die Quelle zeigt inzwischen eine andere Fassung. Diese würde Folgendes ändern.',
  nothing: 'In Gebrauch ist das Programm, das die Quelle zeigt. Es gibt nichts zu übernehmen.',
};
