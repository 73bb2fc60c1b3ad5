import { stopwatch } from '../../../src/clock.ts';

/** Whether much is being said at once, such as the reminders of a talk that is on everybody's list. */
export interface Burst {
  /** Something was said. */
  sent(): void;
  isOn(): boolean;
  /** Is told once of the next thing said in a burst, unless what is returned is called before. */
  onNext(listener: () => void): () => void;
}

/** So much within so long is a burst. */
const MANY = 5;
const WITHIN_MS = 1_000;

export function createBurst(now: () => number = stopwatch): Burst {
  let times: readonly number[] = [];
  const listeners = new Set<() => void>();
  const isOn = () => {
    const [first] = times;
    return times.length === MANY && first !== undefined && now() - first < WITHIN_MS;
  };
  return {
    isOn,
    sent: () => {
      times = [...times.slice(1 - MANY), now()];
      if (!isOn()) return;
      const told = [...listeners];
      listeners.clear();
      for (const tell of told) tell();
    },
    onNext: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
