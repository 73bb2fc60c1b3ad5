import type { PictureMessages } from '../en/picture.ts';
import { plural } from './counts.ts';

export const picture: PictureMessages = {
  button: 'Image',
  of: (day) => `Ta journée : ${day}`,
  file: 'emploi-du-temps.png',
  alt: (day, talks) => `Emploi du temps : ${day}. ${talks}`,
  clashMark: 'En pointillés : en même temps qu’une autre de tes présentations.',
  left: (count) =>
    plural(
      count,
      'Une autre présentation à la même heure est sur ta liste.',
      `${count} autres présentations à la même heure sont sur ta liste.`,
    ),
  zone: (zone) => `Heures du lieu (${zone}).`,
  without: (scripts) =>
    `L’image n’a pas de lettres pour ces écritures : ${scripts}. La liste ici les a toutes.`,
  rest: (count) => `… et ${count} de plus sur ta liste.`,
  failed: 'Cette fois, l’image n’a pas pu être dessinée. Voici la journée en mots.',
};
