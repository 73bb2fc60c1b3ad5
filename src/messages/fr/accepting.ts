import type { AcceptingMessages } from '../en/accepting.ts';
import { toldWords } from './byHand.ts';
import { talks } from './counts.ts';

export const accepting: AcceptingMessages = {
  title: 'Une version du programme n’a pas été reprise',
  see: 'Voir ce qu’elle changerait',
  wouldChange: (count, counts) =>
    count === 0
      ? 'Elle ne changerait rien à ce qui est encore à venir.'
      : `Elle changerait ${talks(count)} : ${counts}.`,
  forAll:
    'Elle est reprise telle que tu la vois ici, pour toutes les personnes qui utilisent ce programme.',
  take: 'Reprendre cette version',
  taken: (channels, members) => `La version est reprise. ${toldWords(channels, members)}`,
  another: 'Entre-temps, la source montre une autre version. Voici ce que celle-ci changerait.',
  nothing: 'Le programme utilisé est celui que montre sa source. Il n’y a rien à reprendre.',
};
