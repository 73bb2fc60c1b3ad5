import { isoOf } from '../../clock.ts';
import type { MemberRef } from '../../platform/target.ts';
import { type AgendaParts, refreshLists, type Visit } from '../agenda.ts';
import { createLinkCode, LINK_CODE_LIFE_MS, type Redemption, readLinkCode } from './linking.ts';
import type { PersonalData } from './personalData.ts';

/** What members do with their accounts and with what is kept about them. */
export interface Accounts {
  /** A code that links whichever account it is entered from within ten minutes. */
  offerLink(visit: Visit): Promise<string>;
  enterLink(visit: Visit, typed: string): Promise<Redemption>;
  /** False when no other account was linked. */
  unlink(visit: Visit): Promise<boolean>;
  /** `undefined` when nothing is kept. */
  export(member: MemberRef): Promise<PersonalData | undefined>;
  forget(member: MemberRef): Promise<void>;
}

export function createAccounts(parts: AgendaParts): Accounts {
  const { memberWork, random } = parts;
  return {
    offerLink: (visit) =>
      memberWork.transaction(async ({ members, linking }, at) => {
        const { ref } = await members.see({ ...visit.seen, seenAt: at }, random.id());
        const code = createLinkCode(random.bytes);
        await linking.offer(ref, code, at + LINK_CODE_LIFE_MS);
        return code;
      }),

    enterLink: (visit, typed) =>
      memberWork.transaction(async (stores, at) => {
        const { ref } = await stores.members.see({ ...visit.seen, seenAt: at }, random.id());
        const code = readLinkCode(typed);
        // What cannot be a code is still a try: it counts.
        const redemption = await stores.linking.redeem(ref, code ?? typed, at);
        if (redemption.kind === 'linked') await refreshLists(stores, visit, at);
        return redemption;
      }),

    unlink: (visit) =>
      memberWork.transaction(({ linking }) => linking.part(visit.seen.ref, random.id())),

    export: (member) => memberWork.transaction(({ personal }) => personal.collect(member)),

    forget: (member) => memberWork.transaction(({ personal }) => personal.erase(member)),
  };
}

/** The document a member is handed: instants as ISO 8601 in UTC. */
export function exportDocument({
  accounts,
  address,
  stars,
  follows,
  speakers,
  acts,
  ...data
}: PersonalData): string {
  const document = {
    ...data,
    ...(address === undefined ? {} : { address: { madeAt: isoOf(address.madeAt) } }),
    accounts: accounts.map((account) => ({ ...account, lastSeen: isoOf(account.lastSeen) })),
    stars: stars.map((star) => ({ ...star, starredAt: isoOf(star.starredAt) })),
    follows: follows.map((one) => ({ ...one, followedAt: isoOf(one.followedAt) })),
    speakers: speakers.map((one) => ({ ...one, claimedAt: isoOf(one.claimedAt) })),
    acts: acts.map((act) => ({ ...act, at: isoOf(act.at) })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
