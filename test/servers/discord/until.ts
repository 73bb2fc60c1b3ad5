/** Those who wait for something; each looks again when called. */
export type Looks = Set<() => void>;

/** Resolves when `holds` at the latest look, rejects with `complaint` after `timeoutMs`. */
export function until(
  looks: Looks,
  holds: () => boolean,
  timeoutMs: number,
  complaint: string,
): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      looks.delete(look);
      reject(new Error(complaint));
    }, timeoutMs);
    function look() {
      if (!holds()) return;
      clearTimeout(timer);
      looks.delete(look);
      resolve();
    }
    looks.add(look);
  });
}
