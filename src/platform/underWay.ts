/** What a stop waits for. */
export interface UnderWay {
  /** Whoever began the work hears of its failure. */
  add(work: Promise<unknown>): void;
  /** Resolves when all of it has ended, in whatever way. */
  settled(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const works = new Set<Promise<unknown>>();
  return {
    add(work) {
      works.add(work);
      const ended = () => void works.delete(work);
      work.then(ended, ended);
    },
    async settled() {
      await Promise.allSettled(works);
    },
  };
}
