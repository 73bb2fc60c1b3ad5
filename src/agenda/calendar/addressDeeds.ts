import { type AgendaParts, see, type Visit } from '../agenda.ts';
import type { OwnAddress } from './address.ts';

/** What members do with the address of their list. */
export interface AddressDeeds {
  /** Made where there is none yet. */
  of(visit: Visit): Promise<OwnAddress>;
  renew(visit: Visit): Promise<OwnAddress>;
}

const SECRET_BYTES = 16;

export function createAddressDeeds(parts: AgendaParts): AddressDeeds {
  const address = (visit: Visit, isRenewed: boolean) =>
    parts.memberWork.transaction(async (stores, at) => {
      const { ref } = await see(parts, stores, visit, at);
      const known = isRenewed ? undefined : await stores.addresses.of(ref);
      if (known !== undefined) return known;
      const secret = Buffer.from(parts.random.bytes(SECRET_BYTES)).toString('hex');
      await stores.addresses.renew(ref, secret, at);
      return { secret, madeAt: at };
    });
  return { of: (visit) => address(visit, false), renew: (visit) => address(visit, true) };
}
