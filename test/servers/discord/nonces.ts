/** Discord's memory of nonces: a second message under the same one within the window is the first. */
export interface Nonces {
  /** The id of the message posted under that nonce within the window. */
  find(nonce: string): string | undefined;
  remember(nonce: string, messageId: string): void;
}

export function createNonces(windowMs: number): Nonces {
  const seen = new Map<string, { readonly messageId: string; readonly at: number }>();
  return {
    find(nonce) {
      const found = seen.get(nonce);
      return found !== undefined && performance.now() - found.at <= windowMs
        ? found.messageId
        : undefined;
    },
    remember: (nonce, messageId) => void seen.set(nonce, { messageId, at: performance.now() }),
  };
}
