import { Locale, type LocalizationMap } from 'discord-api-types/v10';
import {
  DEFAULT_LANGUAGE,
  describe,
  languageOf,
  type Messages,
  messagesFor,
} from '../../../src/messages/messages.ts';
import { SUBSCRIPTION_KINDS, type SubscriptionKind } from '../../../src/outbox/subscription.ts';
import { cut } from '../../../src/platform/text.ts';
import { LIMITS } from './limits.ts';

/** Discord's names of the languages that Hallway speaks beside English. */
const LOCALES = Object.values(Locale).filter((locale) => languageOf(locale) !== DEFAULT_LANGUAGE);

export function described(...path: readonly string[]): {
  readonly description: string;
  readonly description_localizations: LocalizationMap;
} {
  const words = (messages: Messages) => cut(describe(messages, ...path), LIMITS.description);
  return {
    description: words(messagesFor('en')),
    description_localizations: localized(words),
  };
}

/** Hallway hears the English name whatever people typed. */
export function named(name: string): {
  readonly name: string;
  readonly name_localizations: LocalizationMap;
} {
  return { name, name_localizations: localized(({ names }) => names.own[name]) };
}

/** What people pick, in their language; Hallway hears its own name of it. */
export function choiceNamed(value: string): {
  readonly name: string;
  readonly name_localizations: LocalizationMap;
  readonly value: string;
} {
  const words = ({ names }: Messages) => names.choices[value] ?? value;
  return { name: words(messagesFor('en')), name_localizations: localized(words), value };
}

/** Each kind of what a channel may hear, and each of their combinations: one choice is all that can be picked. */
export function kindChoices(): readonly ReturnType<typeof choiceNamed>[] {
  const sets: SubscriptionKind[][] = [[]];
  for (const kind of SUBSCRIPTION_KINDS) sets.push(...sets.map((set) => [...set, kind]));
  return sets
    .filter(({ length }) => length > 0)
    .toSorted((one, other) => one.length - other.length)
    .map((set) => {
      const words = ({ organiser }: Messages) =>
        set.map((kind) => organiser.kinds[kind]).join(', ');
      const own = { name: words(messagesFor('en')), name_localizations: localized(words) };
      return { ...own, value: set.join(',') };
    });
}

export function contextMenuNames(): {
  readonly name: string;
  readonly name_localizations: LocalizationMap;
} {
  const words = ({ names }: Messages) => names.remindMe;
  return { name: words(messagesFor('en')), name_localizations: localized(words) };
}

function localized(words: (messages: Messages) => string | undefined): LocalizationMap {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const text = words(messagesFor(locale));
      return text === undefined ? [] : [[locale, text] as const];
    }),
  );
}
