import { hash } from 'node:crypto';
import { TALKS } from '../schedules.ts';
import type { KeptAbout } from './keptAbout.ts';
import { isChanging, type Use } from './outcome.ts';

/** What a use changes about the one who uses it. */
export type Change =
  | { readonly kind: 'starred'; readonly talk: string; readonly on: boolean }
  | { readonly kind: 'muted' | 'digest'; readonly on: boolean };

/** As ids spelled it from the beginning: `h1:KEY:star:101:…`, `line:/mytalks digest on`. */
export function changeOf({ id }: Pick<Use, 'id'>): Change | undefined {
  const digest = /^line:\/mytalks digest (on|off)$/.exec(id)?.[1];
  if (digest !== undefined) return { kind: 'digest', on: digest === 'on' };
  const [, kind, ref = ''] = /^h\d+:\w+:(\w+)(?::([^:]+))?/.exec(id) ?? [];
  if (kind === 'mute' || kind === 'unmute') return { kind: 'muted', on: kind === 'mute' };
  const talk = TALKS.find((each) => refOf(each) === ref);
  if (talk === undefined) return undefined;
  return { kind: 'starred', talk, on: kind !== 'unstar' };
}

/** As ids name a talk, and as it is picked from type-ahead. */
export function refOf(talk: string): string {
  return talk.length <= 10 ? talk : `~${hash('sha256', talk, 'base64url').slice(0, 10)}`;
}

/** Whether it is so already. */
export function isDone(change: Change, platform: string, kept: KeptAbout): boolean {
  const isOn =
    change.kind === 'starred'
      ? kept.stars.includes(change.talk)
      : kept[change.kind].includes(platform);
  return isOn === change.on;
}

/** One of each kind of change in each kind of place: which talk it is about makes no other. */
export function oneOfEachChange<U extends Use>(uses: readonly U[]): readonly U[] {
  const changing = uses.filter((each) => isChanging(each) && changeOf(each) !== undefined);
  const byShape = new Map(changing.toReversed().map((use) => [shapeOf(use), use]));
  return changing.filter((use) => byShape.get(shapeOf(use)) === use);
}

function shapeOf({ at, id }: Use): string {
  return `${at} ${id.replaceAll(/:(\d{3}|~[\w-]{10})\b/g, ':#')}`;
}
