import { open } from 'node:fs/promises';

/**
 * Writes a file's changes through to the disk, apart from the thread that made them. Whoever asks while
 * that is under way waits for one more round, together with all others who do.
 */
export function createFlush(path: string): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  let following: Promise<void> | undefined;
  const begin = () => {
    following = undefined;
    underWay = flush(path).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  return () => {
    if (underWay === undefined) return begin();
    following ??= underWay.then(begin, begin);
    return following;
  };
}

async function flush(path: string): Promise<void> {
  await using file = await open(path, 'r+');
  await file.datasync();
}
