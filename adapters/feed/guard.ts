import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';

/** The only part of IPv6 that is given out for use between networks (RFC 4291, 2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Public unicast alone: nothing private, on the loopback, link-local, reserved or mapped from those. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  const isGlobal = !(ip instanceof ipaddr.IPv6) || ip.match(GLOBAL_UNICAST);
  return isGlobal && ip.range() === 'unicast';
}

/**
 * Resolves names for sources named in chat. The connection is made to the very
 * address that was checked, so that a name cannot point elsewhere a moment later.
 */
export function guardedLookup(lookup: LookupFunction = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = typeof found === 'string' ? [{ address: found, family: 0 }] : (found ?? []);
      const allowed = addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = allowed;
      if (error !== null) callback(error, []);
      else if (first === undefined) {
        callback(new ScheduleFormatError({ kind: 'privateAddress', facts: [hostname] }), []);
      } else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

/** A source named in chat must be `https` and must not be an address of its own network, written as a number. */
export function refuseUntrusted(url: URL): void {
  if (url.protocol !== 'https:')
    throw new ScheduleFormatError({ kind: 'notHttps', facts: [url.href] });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isPublicAddress(host)) {
    throw new ScheduleFormatError({ kind: 'privateAddress', facts: [host] });
  }
}
