import type { PictureMessages } from '../en/picture.ts';

export const picture: PictureMessages = {
  button: 'Bild',
  of: (day) => `Dein ${day}`,
  file: 'zeitplan.png',
  alt: (day, talks) => `Zeitplan für ${day}. ${talks}`,
  clashMark: 'Gestrichelt: zur selben Zeit wie ein anderer deiner Vorträge.',
  left: (count) =>
    count === 1
      ? 'Ein weiterer Vortrag zur selben Zeit steht auf deiner Liste.'
      : `${count} weitere Vorträge zur selben Zeit stehen auf deiner Liste.`,
  zone: (zone) => `Zeiten vor Ort (${zone}).`,
  without: (scripts) =>
    `Für diese Schriften hat das Bild keine Buchstaben: ${scripts}. In der Liste hier stehen alle.`,
  rest: (count) => `… und ${count} weitere auf deiner Liste.`,
  failed: 'Das Bild ließ sich diesmal nicht zeichnen. Hier ist der Tag in Worten.',
};
