import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { systemClock } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import { sendingForms } from './forms.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const ANSWER_WITHIN_MS = 5_000;

/**
 * How requests are made: the one that every connection begins with is asked until Discord answers
 * or `signal` aborts, since discord.js gives the whole client up when that one fails.
 */
export function patientRequests(log: Log, signal: AbortSignal): RESTOptions['makeRequest'] {
  const makeRequest = sendingForms(DefaultRestOptions.makeRequest);
  return async (url, init) => {
    if (!url.endsWith('/gateway/bot')) return makeRequest(url, init);
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        const given = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
        const answer = await makeRequest(url, { ...init, signal: given });
        if (answer.status < 500 || signal.aborted) return answer;
        log.warn({ status: answer.status, pause }, 'Discord cannot be reached yet');
      } catch (error) {
        if (signal.aborted) throw error;
        log.warn({ err: error, pause }, 'Discord cannot be reached yet');
      }
      await systemClock.sleep(pause, signal);
    }
  };
}
