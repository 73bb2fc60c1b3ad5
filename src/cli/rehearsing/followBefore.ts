import type { MemberWork } from '../../agenda/memberWork.ts';
import type { Context } from '../../commands/context.ts';
import { namedBy } from '../../commands/following/subjects.ts';
import type { MemberRef } from '../../platform/target.ts';
import { createTalksOf } from '../../programme/following.ts';

/** Follows begun before a rehearsal begins; of a text that could be several things, all. */
export async function followBefore(
  texts: readonly string[],
  memberWork: MemberWork,
  member: MemberRef,
  context: Pick<Context, 'programme' | 'now' | 'messages'>,
): Promise<void> {
  const { key, version, conference, index } = context.programme;
  const subjects = texts.flatMap((text) => {
    const named = namedBy(text, context);
    if (named.kind === 'nothing') return [];
    return named.kind === 'one' ? [named.subject] : named.subjects;
  });
  if (subjects.length === 0) return;
  const talksOf = createTalksOf(conference, index);
  const { locale } = context.messages.time;
  await memberWork.transaction(async ({ members, follows }, at) => {
    await members.see({ ref: member, locale, seenAt: at }, 'rehearsal');
    for (const subject of subjects) {
      const talks = (talksOf(subject) ?? []).map(({ id, status, start }) => ({
        talk: id,
        ...(status === 'scheduled' ? { start } : {}),
      }));
      await follows.add(member, { conference: key, subject, found: { version, talks } }, at);
    }
  });
}
