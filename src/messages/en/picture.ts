/** The picture of a member's day, and what stands beside it. */
export const picture = {
  button: 'Picture',
  of: (day: string) => `Your ${day}`,
  file: 'timetable.png',
  alt: (day: string, talks: string) => `Timetable of ${day}. ${talks}`,
  clashMark: 'Dashed: at the same time as another talk of yours.',
  left: (count: number) =>
    count === 1
      ? 'One more talk at the same time is on your list.'
      : `${count} more talks at the same time are on your list.`,
  zone: (zone: string) => `Times at the venue (${zone}).`,
  without: (scripts: string) =>
    `The picture has no letters for these scripts: ${scripts}. The list here has them all.`,
  rest: (count: number) => `… and ${count} more on your list.`,
  failed: 'The picture could not be drawn this time. Here is the day in words.',
};

export type PictureMessages = typeof picture;
