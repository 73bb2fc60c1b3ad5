const SHOWN_AFTER_MS = 150;
/** Back to its beginning, and nothing on it. */
export const CLEAR_LINE = '\r\u001b[K';

/** Says what is being waited for on a terminal, once it takes long enough to wonder, and wipes it away after. */
export async function withProgress<T>(
  terminal: NodeJS.WriteStream,
  words: string,
  work: () => Promise<T>,
): Promise<T> {
  if (!terminal.isTTY) return work();
  let isShown = false;
  const timer = setTimeout(() => {
    isShown = true;
    terminal.write(words);
  }, SHOWN_AFTER_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (isShown) terminal.write(CLEAR_LINE);
  }
}
