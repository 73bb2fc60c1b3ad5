import { inSlices } from '../clock/steps.ts';
import { indexNames, readNames } from '../commands/asking/names/names.ts';
import type { Programmes } from '../programme/programme.ts';
import type { Conference } from '../schedule/schedule.ts';

type Needed = Pick<Programmes, 'of'>;

/** While platforms are connected to, so that whoever asks first need not wait for it. Never rejects. */
export async function readAhead(opened: Promise<unknown>, programmes: Needed): Promise<void> {
  try {
    await opened;
    const { planned } = await programmes.of(undefined);
    await readNames(planned);
  } catch {
    // Whoever starts the program, or asks, hears why there is nothing to read.
  }
}

/** Of a version that is to take another's place, so that whoever asks first then need not wait for it. */
export async function namesAhead(conference: Conference): Promise<void> {
  await inSlices(indexNames(conference));
}

/** Whoever is the first to search shall find the index there. */
export async function indexAhead(programmes: Needed): Promise<void> {
  const { index } = await programmes.of(undefined);
  index.suggest('', { limit: 0 });
}
