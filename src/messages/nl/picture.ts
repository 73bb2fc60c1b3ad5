import type { PictureMessages } from '../en/picture.ts';
import { plural } from './counts.ts';

export const picture: PictureMessages = {
  button: 'Plaatje',
  of: (day) => `Jouw ${day}`,
  file: 'dagrooster.png',
  alt: (day, talks) => `Rooster van ${day}. ${talks}`,
  clashMark: 'Gestippeld: tegelijk met een andere lezing van je lijst.',
  left: (count) =>
    plural(
      count,
      'Op je lijst staat nog een lezing op hetzelfde moment.',
      `Op je lijst staan nog ${count} lezingen op hetzelfde moment.`,
    ),
  zone: (zone) => `Tijden ter plaatse (${zone}).`,
  without: (scripts) =>
    `Voor deze schriften heeft het plaatje geen letters: ${scripts}. De lijst hier heeft ze allemaal.`,
  rest: (count) => `… en nog ${count} op je lijst.`,
  failed: 'Het plaatje kon deze keer niet worden getekend. Hier is de dag in woorden.',
};
