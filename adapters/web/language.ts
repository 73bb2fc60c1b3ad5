import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import { LANGUAGES, type Messages, messagesFor } from '../../src/messages/messages.ts';

/** Of the languages that Hallway speaks the one that the browser asks for first. */
export function messagesOf({ req }: Context): Messages {
  const wanted = parseAccept(req.header('accept-language') ?? '').toSorted((a, b) => b.q - a.q);
  const known = wanted.find(({ type }) => LANGUAGES.includes(languageIn(type)));
  return messagesFor(known?.type);
}

function languageIn(locale: string): string {
  return locale.toLowerCase().split('-', 1)[0] ?? '';
}
