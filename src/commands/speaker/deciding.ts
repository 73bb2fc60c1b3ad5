import type { ClaimDecision } from '../../cards/actions/speakerDeed.ts';
import { claimDecidedDelivery } from '../../outbox/kinds/speaking.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import { mayUse } from '../../platform/roles.ts';
import { communityOf, isSameCommunity } from '../../platform/target.ts';
import { memberWord } from '../../programme/acts.ts';
import type { SpeakerClaim } from '../../programme/speakerClaims.ts';
import { doneBy } from '../conference/actWords.ts';
import { organiserConfirmation } from '../conference/organiserWords.ts';
import type { OrganiserPorts, OrganiserStores } from '../conference/ports.ts';
import type { Context } from '../context.ts';

export interface DecidingPorts {
  readonly organiserWork: OrganiserPorts['organiserWork'];
  /** What is due by now is planned without waiting for the next turn. */
  readonly planDue: OrganiserPorts['planDue'];
}

/** Whoever presses, and wherever the button is from: an organiser of the community in which it was claimed. */
export async function decideClaim(
  { organiserWork, planDue }: DecidingPorts,
  { kind, claim: id }: ClaimDecision,
  context: Context,
): Promise<CardReply> {
  const { caller, messages } = context;
  const { speaking } = messages;
  const community = communityOf(caller);
  if (!mayUse('organiser', caller)) {
    return refused(messages, messages.errors.organisersOnly('conference'));
  }
  if (community === undefined) return refused(messages, messages.organiser.onlyInCommunity);
  const isConfirmed = kind === 'confirmClaim';
  const decided = await organiserWork.transaction(async (stores) => {
    const claim = await stores.speakerClaims.find(id);
    const isHere = claim !== undefined && isSameCommunity(claim.community, community);
    if (!isHere || claim.state !== 'open') return undefined;
    return (await settle(stores, claim, isConfirmed, context)) ? claim : undefined;
  });
  if (decided === undefined) return refused(messages, speaking.decided);
  if (isConfirmed) await planDue();
  const words = isConfirmed ? speaking.didConfirm : speaking.didRefuse;
  return privately(organiserConfirmation(words(decided.speaker.name), messages));
}

/** False where somebody else was faster. */
async function settle(
  { speakerClaims, acts, outbox }: OrganiserStores,
  claim: SpeakerClaim,
  isConfirmed: boolean,
  context: Context,
): Promise<boolean> {
  const { id, community, member, speaker } = claim;
  const isSettled = isConfirmed
    ? await speakerClaims.confirm(id, context.now)
    : await speakerClaims.remove(id);
  if (!isSettled) return false;
  const after = isConfirmed ? [memberWord(member.id)] : [];
  const before = isConfirmed ? [] : [memberWord(member.id)];
  const act = { kind: 'speakers', about: [speaker.name], before, after } as const;
  await acts.record(community, act, doneBy(context));
  await outbox.enqueue([claimDecidedDelivery(claim, isConfirmed, context.now)]);
  return true;
}
