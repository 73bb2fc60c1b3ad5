const SHORT_ENOUGH = 8;

/** Accounts are people: as much of both ends of an id as mostly tells them apart. */
export function shortId(id: string): string {
  return id.length <= SHORT_ENOUGH ? id : `${id.slice(0, 3)}…${id.slice(-4)}`;
}

/** Of a conference. */
const WHOLE_KEY = /\|([0-9a-f]{8})[0-9a-f]{56}\|/;

/** The key as operators see it, in the log and elsewhere: it names nobody, and `trace` understands it. */
export function shortKey(key: string): string {
  const [, start = '', member = '', rest = ''] = /^(member:[^:]*:)([^|]*)(.*)$/s.exec(key) ?? [];
  const told = start === '' ? key : `${start}${shortId(member)}${rest}`;
  return told.replace(WHOLE_KEY, '|$1…|');
}
