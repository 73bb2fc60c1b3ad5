import { AsyncLocalStorage } from 'node:async_hooks';
import type { FetchFunction } from '@slack/web-api';
import { Agent, type Dispatcher, fetch, type RequestInit } from 'undici';
import { PlatformError } from '../../../src/platform/refusal.ts';

/** One call, on its way through an SDK that knows of neither. */
interface Errand {
  readonly signal: AbortSignal;
  readonly isOurs: () => boolean;
  wasHeldBack: boolean;
}

const errands = new AsyncLocalStorage<Errand>();
/** One request at a time on each connection: where that one begins, it is written. */
const agent = new Agent({ allowH2: false });

/**
 * What `work` comes to, whose requests go by {@link lookingFetch}: none is written once the call is
 * its sender's no more. Then it throws a `PlatformError` `retry`, since nothing left.
 */
export async function withLastLook<T>(
  signal: AbortSignal,
  isOurs: () => boolean,
  work: () => Promise<T>,
): Promise<T> {
  const errand: Errand = { signal, isOurs, wasHeldBack: false };
  try {
    return await errands.run(errand, work);
  } catch (cause) {
    if (!errand.wasHeldBack) throw cause;
    throw new PlatformError('unavailable', 'retry', 'The lease ended before it was sent', {
      cause,
    });
  }
}

/**
 * Looks at the clock where a process that stood still would go on to write: the connection is there,
 * and the request's first byte is written with its last, in the same turn of the event loop.
 */
export const lookingFetch: FetchFunction = (url, init) => {
  const errand = errands.getStore();
  const { signal, ...rest } = (init ?? {}) as RequestInit;
  const signals = [signal, errand?.signal].filter((one) => one instanceof AbortSignal);
  return fetch(url, {
    ...rest,
    signal: AbortSignal.any(signals),
    dispatcher: errand === undefined ? agent : agent.compose(lookingBefore(errand)),
  });
};

function lookingBefore(errand: Errand): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    const looking: Dispatcher.DispatchHandler = Object.create(handler);
    looking.onRequestStart = function (controller, context) {
      if (!errand.isOurs()) {
        errand.wasHeldBack = true;
        throw new Error('Held back');
      }
      handler.onRequestStart?.call(this, controller, context);
    };
    return dispatch(options, looking);
  };
}
