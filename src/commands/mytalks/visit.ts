import type { Visit } from '../../agenda/agenda.ts';
import type { Caller } from '../../platform/requests.ts';

/** The caller as the agenda takes note of them. */
export function visitOf(
  { platform, member, locale, timeZone, community }: Caller,
  conference: string,
): Visit {
  return {
    seen: {
      ref: { platform, id: member },
      locale,
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(community === undefined ? {} : { community }),
    },
    conference,
  };
}
