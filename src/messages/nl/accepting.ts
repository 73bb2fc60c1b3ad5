import type { AcceptingMessages } from '../en/accepting.ts';
import { toldWords } from './byHand.ts';
import { talks } from './counts.ts';

export const accepting: AcceptingMessages = {
  title: 'Een versie die niet is overgenomen',
  see: 'Laat zien wat ze zou veranderen',
  wouldChange: (count, counts) =>
    count === 0
      ? 'Ze zou niets veranderen aan wat nog komt.'
      : `Ze zou ${talks(count)} veranderen: ${counts}.`,
  forAll: 'Ze wordt overgenomen zoals ze hier staat, voor iedereen die dit programma gebruikt.',
  take: 'Deze versie overnemen',
  taken: (channels, members) => `De versie is overgenomen. ${toldWords(channels, members)}`,
  another: 'De bron laat intussen een andere versie zien. Dit zou die veranderen.',
  nothing:
    'Het programma dat in gebruik is, is wat de bron laat zien. Er valt niets over te nemen.',
};
