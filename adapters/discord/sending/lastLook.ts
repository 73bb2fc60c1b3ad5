import { AsyncLocalStorage } from 'node:async_hooks';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { PlatformError } from '../../../src/platform/refusal.ts';

/** Whether the call on its way through discord.js is still its sender's. */
const looks = new AsyncLocalStorage<() => boolean>();

/** What `work` comes to, whose requests are begun by {@link lookingRequest}, each only while the call `isOurs`. */
export function withLastLook<T>(isOurs: () => boolean, work: () => Promise<T>): Promise<T> {
  return looks.run(isOurs, work);
}

/**
 * Looks at the clock when limits and queues have been waited for. A connection that is still to be made
 * comes after it: what leaves late all the same, Discord refuses by its nonce.
 */
export const lookingRequest: RESTOptions['makeRequest'] = async (...request) => {
  if (looks.getStore()?.() === false) {
    throw new PlatformError('unavailable', 'retry', 'The lease ended before it was sent');
  }
  return DefaultRestOptions.makeRequest(...request);
};
