import type { PictureMessages } from '../en/picture.ts';
import { plural } from './counts.ts';

export const picture: PictureMessages = {
  button: 'Imagen',
  of: (day) => `Tu día: ${day}`,
  file: 'mi-horario.png',
  alt: (day, talks) => `Horario de ${day}. ${talks}`,
  clashMark: 'Con guiones: coincide con otra de tus charlas.',
  left: (count) =>
    plural(
      count,
      'En tu lista hay otra charla a la misma hora.',
      `En tu lista hay otras ${count} charlas a la misma hora.`,
    ),
  zone: (zone) => `Horas del lugar (${zone}).`,
  without: (scripts) =>
    `La imagen no tiene letras para estas escrituras: ${scripts}. La lista de aquí las tiene todas.`,
  rest: (count) => `… y ${count} más en tu lista.`,
  failed: 'Esta vez no se pudo dibujar la imagen. Aquí está el día en palabras.',
};
