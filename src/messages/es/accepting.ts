import type { AcceptingMessages } from '../en/accepting.ts';
import { toldWords } from './byHand.ts';
import { talks } from './counts.ts';

export const accepting: AcceptingMessages = {
  title: 'Una versión que no se ha adoptado',
  see: 'Ver qué cambiaría',
  wouldChange: (count, counts) =>
    count === 0
      ? 'No cambiaría nada de lo que aún queda.'
      : `Cambiaría ${talks(count)}: ${counts}.`,
  forAll: 'Se adopta tal como la ves aquí, para todo el mundo que usa este programa.',
  take: 'Adoptar esta versión',
  taken: (channels, members) => `La versión está adoptada. ${toldWords(channels, members)}`,
  another: 'La fuente muestra ahora otra versión. Esto es lo que cambiaría con ella.',
  nothing: 'El programa en uso es el que muestra su fuente. No hay nada que adoptar.',
};
