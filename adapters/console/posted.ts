const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The buttons of messages that appear by themselves. Each message has a letter (`!b2` presses the second
 * button of the one lettered b) and keeps it when it is edited, whatever is answered meanwhile. After z
 * the first letters are given to others.
 */
export interface Posted {
  /** Which letter the message has, or will have if it has buttons. */
  letterOf(messageId: string): string;
  /** Action ids, as the message shows them now. */
  keep(messageId: string, actions: readonly string[]): void;
  /** Action ids of the message with that letter; none where no message has it. */
  under(letter: string): readonly string[];
}

interface Lettered {
  readonly messageId: string;
  readonly actions: readonly string[];
}

export function createPosted(): Posted {
  const byLetter = new Map<string, Lettered>();
  let given = 0;
  const ownLetter = (messageId: string) =>
    [...byLetter].find(([, message]) => message.messageId === messageId)?.[0];
  const nextLetter = () => LETTERS.charAt(given % LETTERS.length);
  return {
    letterOf: (messageId) => ownLetter(messageId) ?? nextLetter(),
    keep(messageId, actions) {
      const own = ownLetter(messageId);
      if (own === undefined && actions.length === 0) return;
      byLetter.set(own ?? nextLetter(), { messageId, actions });
      if (own === undefined) given += 1;
    },
    under: (letter) => byLetter.get(letter)?.actions ?? [],
  };
}
