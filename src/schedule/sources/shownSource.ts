import { withoutKeys } from '../../log/secret.ts';

/**
 * How a source is shown to anybody, in chat, in the terminal and in a log: its scheme, host and path.
 * User, password, query and fragment of an address may each hold a key; only the fetcher is given
 * them. A path to a file is shown as it is.
 */
export function shownSource(address: string): string {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(address)) return address;
  const url = URL.parse(address);
  if (url === null) return address.replace(/[?#].*$/su, '').replace(/\/\/[^/]*@/u, '//');
  return `${url.protocol}//${url.host}${withoutKeys(url.pathname, '…')}`;
}
