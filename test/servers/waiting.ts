export interface Waiting {
  /** Looks again whether what is waited for holds. */
  wake(): void;
  /** Resolves once it holds; rejects with the complaint after that time, if one is given. */
  until(holds: () => boolean, ms?: number, complaint?: () => string): Promise<void>;
}

export function createWaiting(): Waiting {
  const checks = new Set<() => void>();
  return {
    wake() {
      for (const check of [...checks]) check();
    },
    until: (holds, ms, complaint = () => 'It took too long.') =>
      new Promise((resolve, reject) => {
        if (holds()) return resolve();
        const giveUp = () => {
          checks.delete(check);
          reject(new Error(complaint()));
        };
        const timer = ms === undefined ? undefined : setTimeout(giveUp, ms);
        const check = () => {
          if (!holds()) return;
          clearTimeout(timer);
          checks.delete(check);
          resolve();
        };
        checks.add(check);
      }),
  };
}
