import { memberListOf } from '../../../agenda/list/memberList.ts';
import type { Member } from '../../../agenda/member.ts';
import type { Star } from '../../../agenda/star.ts';
import type { Card } from '../../../cards/cards.ts';
import type { Frame } from '../../../cards/frame.ts';
import type { ChangedView } from '../../../cards/view.ts';
import { localName } from '../../../cards/wording/localName.ts';
import { type Delivery, type ToldChange, toldUpdate } from '../../../outbox/delivery.ts';
import type { Programme } from '../../../programme/programme.ts';
import { noticedOf } from './changeRow.ts';
import { noticeCard } from './noticeCard.ts';

/** For whom, and in which programme. */
export interface Noticing {
  readonly programme: Programme;
  readonly frame: Frame;
  readonly member: Member | undefined;
  readonly stars: readonly Star[];
}

/** Of a flood, with `digest`, a button opens all that changed. */
export function notice(changes: readonly ToldChange[], setting: Noticing, digest?: Delivery): Card {
  const { frame, member, programme, stars } = setting;
  const { clashes } = memberListOf(member, stars, programme.timetable);
  const noticed = noticedOf(changes, programme.timetable, clashes);
  const all = digest && allChanges(digest);
  return noticeCard(noticed, frame, all, commentOn(digest, setting));
}

/** All that changed since the moment before the digest's changes came. */
function allChanges({ dueAt }: Delivery): ChangedView {
  return { kind: 'changed', since: dueAt - 1, page: 1 };
}

/** Of the version that brought the changes, while no other is in use; a delay has none. */
function commentOn(
  digest: Delivery | undefined,
  { programme, frame }: Noticing,
): string | undefined {
  const { comment } = programme.conference;
  const isPresent = digest !== undefined && toldUpdate(digest) === programme.version;
  return isPresent && comment ? localName(comment, frame) : undefined;
}
