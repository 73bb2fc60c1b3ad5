import { readNames } from '../commands/asking/names/names.ts';
import type { Programmes } from '../programme/programme.ts';

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

/** Whoever is the first to search shall find the index there. */
export async function indexAhead(programmes: Needed): Promise<void> {
  const { index } = await programmes.of(undefined);
  index.suggest('', { limit: 0 });
}
