import { z } from 'zod';

/** Sessionize's views `Speakers` and `SpeakerWall`, and ConClár's list of people, which stand beside a programme. */
const People = z
  .array(
    z.union([
      z.object({ fullName: z.string(), title: z.undefined().optional() }),
      z.object({
        id: z.union([z.string(), z.number()]),
        name: z.union([z.string(), z.array(z.string())]),
        title: z.undefined().optional(),
        startsAt: z.undefined().optional(),
      }),
    ]),
  )
  .nonempty();

/** Whether these are people who stand beside a programme, and no programme. */
export function isPeopleList(value: unknown): boolean {
  return People.safeParse(value).success;
}
