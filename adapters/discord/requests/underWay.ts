/** What a stop waits for. */
export interface UnderWay {
  /** `work` never rejects. */
  add(work: Promise<void>): void;
  /** Resolves when all of it is done. */
  settled(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const works = new Set<Promise<void>>();
  return {
    add(work) {
      works.add(work);
      void work.finally(() => works.delete(work));
    },
    async settled() {
      await Promise.all(works);
    },
  };
}
