import type { TalkAct } from '../../src/programme/byHand.ts';
import type { Talk } from '../../src/schedule/schedule.ts';

/** A talk as somebody has it. */
export type Facts = Pick<Talk, 'status' | 'start' | 'title'> & { readonly room: string };
/** By what never changes of a talk. */
export type View = Readonly<Record<string, Facts>>;

/** Somebody's word: the source's on all talks, or that of organisers on one of them, or on room A. */
export type Word =
  | { readonly kind: 'version'; readonly source: View }
  | { readonly kind: 'act'; readonly talk: string; readonly act: TalkAct }
  | { readonly kind: 'delay'; readonly minutes: number };

/** What was said until then, by talk. */
interface Moment {
  readonly word: Word;
  readonly source: View;
  /** What organisers had said, before it was held against what the source says. */
  readonly said: Readonly<Record<string, Partial<Facts>>>;
}

const FIELDS = ['status', 'start', 'room', 'title'] as const satisfies readonly (keyof Facts)[];
const MINUTE_MS = 60_000;

/** What all that was said means: the last word of the source, and the last of the organisers until both agree. */
export function createByHandOracle(published: View) {
  const history: Moment[] = [];
  const last = (): Pick<Moment, 'source' | 'said'> =>
    history.at(-1) ?? { source: published, said: {} };
  const own = (talk: string) => unlike(last().said[talk] ?? {}, last().source[talk]);
  const isContradicted = (talk: string, field: keyof Facts) => {
    const mine = own(talk);
    const now = last().source[talk]?.[field];
    if (!isAbout(mine, field) || now === mine[field]) return false;
    const settled = history.findLast(
      ({ word, source, said }) =>
        (word.kind === 'act' && word.talk === talk && isAbout(saidBy(word.act), field)) ||
        said[talk]?.[field] === source[talk]?.[field],
    );
    return settled !== undefined && settled.source[talk]?.[field] !== now;
  };
  return {
    hear: (word: Word) => {
      const source = word.kind === 'version' ? word.source : last().source;
      const said = Object.fromEntries(Object.keys(source).map((talk) => [talk, own(talk)]));
      if (word.kind === 'act') {
        const { talk, act } = word;
        said[talk] = act.kind === 'restore' ? {} : { ...said[talk], ...saidBy(act) };
      }
      history.push({ word, source, said });
    },
    source: (): View => last().source,
    /** As the community sees it. */
    view: (): View => {
      const delay = history.findLast(({ word }) => word.kind === 'delay')?.word;
      const late = delay?.kind === 'delay' ? delay.minutes * MINUTE_MS : 0;
      const talks = Object.entries(last().source).map(([talk, said]) => {
        const all = { ...said, ...own(talk) };
        return [talk, { ...all, start: all.start + (all.room === 'A' ? late : 0) }];
      });
      return Object.fromEntries(talks);
    },
    /**
     * The talks of which the source says something else than organisers do, and than it said when they
     * last had a word on that, or it last agreed with them.
     */
    contradicted: (): readonly string[] =>
      Object.keys(last().source).filter((talk) =>
        FIELDS.some((field) => isContradicted(talk, field)),
      ),
  };
}

/** What the source does not say as well. */
function unlike(said: Partial<Facts>, source: Facts | undefined): Partial<Facts> {
  const left = Object.entries(said).filter(
    ([field, value]) => source?.[field as keyof Facts] !== value,
  );
  return Object.fromEntries(left);
}

/** Whether, when and where a talk takes place are one matter; what it is called is another. */
function isAbout(said: Partial<Facts>, field: keyof Facts): boolean {
  if (field === 'title') return 'title' in said;
  return 'status' in said || 'start' in said || 'room' in said;
}

function saidBy(act: TalkAct): Partial<Facts> {
  switch (act.kind) {
    case 'restore':
      return {};
    case 'cancel':
      return { status: 'canceled' };
    case 'rename':
      return { title: act.title };
    case 'move': {
      const room = act.room === undefined ? {} : { room: act.room.toUpperCase() };
      return { status: 'scheduled', start: act.start, ...room };
    }
  }
}
