import type { Findings } from '../reading/findings.ts';
import { distinctNames, slugOf } from '../slug.ts';
import type { TalkDraft } from './draft.ts';

/**
 * Each talk's id: the source's own, else its guid, code, slug or its title, so that
 * it stays the same in the next version. The second talk of one id gets `id-2`.
 */
export function identify(talks: readonly TalkDraft[], findings: Findings): readonly string[] {
  const wanted = talks.map((talk) => idOf(talk, findings));
  const distinct = distinctNames(new Set(wanted));
  const guids = new Set<string>();
  return talks.map((talk, at) => {
    if (talk.guid !== undefined && guids.has(talk.guid)) {
      findings.note('guid-duplicate', talk.path, talk.guid);
    }
    if (talk.guid !== undefined) guids.add(talk.guid);
    const id = distinct(wanted[at] ?? '');
    if (id !== wanted[at]) findings.note('id-duplicate', talk.path, wanted[at]);
    return id;
  });
}

function idOf(talk: TalkDraft, findings: Findings): string {
  if (talk.id !== undefined) return talk.id;
  const made = talk.guid ?? talk.code ?? talk.slug ?? (slugOf(talk.title ?? '') || 'talk');
  findings.note('id-missing', talk.path, made);
  return made;
}
