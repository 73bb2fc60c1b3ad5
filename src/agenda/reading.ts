import type { Reader } from '../cards/cards.ts';
import { canonicalTimeZone } from '../clock.ts';
import type { Caller } from '../platform/requests.ts';
import type { Member } from './member.ts';

/**
 * In which language and on whose clocks a member reads, wherever something is worded for them: as they
 * chose, else as their app tells (issue 17, 8).
 */
export function readerOf({
  locale,
  timeZone,
  chosenLanguage,
  chosenTimeZone,
}: Pick<Member, 'locale' | 'timeZone' | 'chosenLanguage' | 'chosenTimeZone'>): Reader {
  const zone = canonicalTimeZone(chosenTimeZone) ?? canonicalTimeZone(timeZone);
  return { locale: chosenLanguage ?? locale, ...(zone === undefined ? {} : { timeZone: zone }) };
}

/**
 * Who asks, in the language and on the clocks that they read. What the app tells of those stays beside
 * it; where it only guesses a language, what it told before goes first.
 */
export function asRead(caller: Caller, member: Member | undefined): Caller {
  if (member === undefined) return caller;
  const { isLocaleGuessed = false, ...known } = caller;
  const { locale, timeZone = member.timeZone } = toldOf(caller);
  const told = {
    locale: isLocaleGuessed ? member.locale : locale,
    ...(timeZone === undefined ? {} : { timeZone }),
  };
  return { ...known, ...readerOf({ ...member, ...told }), told };
}

/** As the app tells it, whatever the member chose. */
export function toldOf({ locale, timeZone, told }: Caller): Reader {
  return told ?? { locale, ...(timeZone === undefined ? {} : { timeZone }) };
}
