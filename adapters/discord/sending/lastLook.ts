import { AsyncLocalStorage } from 'node:async_hooks';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { PlatformError } from '../../../src/platform/refusal.ts';

/** A call on its way through discord.js. */
interface Call {
  /** Whether it is still its sender's; absent once it has ended. */
  isOurs?: (() => boolean) | undefined;
}

const calls = new AsyncLocalStorage<Call>();

/** What `work` comes to, whose requests are begun by {@link lookingRequest}, each only while the call `isOurs`. */
export async function withLastLook<T>(isOurs: () => boolean, work: () => Promise<T>): Promise<T> {
  const call: Call = { isOurs };
  try {
    return await calls.run(call, work);
  } finally {
    // Timers and answers remember for long in what context they were made; the delivery is not to stay with it.
    call.isOurs = undefined;
  }
}

/**
 * Looks at the clock when limits and queues have been waited for. A connection that is still to be made
 * comes after it: what leaves late all the same, Discord refuses by its nonce.
 */
export const lookingRequest: RESTOptions['makeRequest'] = async (...request) => {
  if (calls.getStore()?.isOurs?.() === false) {
    throw new PlatformError('unavailable', 'retry', 'The lease ended before it was sent');
  }
  return DefaultRestOptions.makeRequest(...request);
};
