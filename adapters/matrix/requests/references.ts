/** A room or a user that a message links to, under whatever name a client shows it. */
interface Reference {
  readonly shown: string;
  readonly id: string;
}

const LINK = /<a\s[^>]*href="https:\/\/matrix\.to\/#\/([^"?]+)[^"]*"[^>]*>([^<]*)<\/a>/giu;
const ALIAS = /(?<![^\s,=])#[^\s,]+/gu;
const USER = /(?<![^\s,=])@[^\s,:]+:[^\s,]+/gu;

export type RoomOfAlias = (alias: string) => Promise<string | undefined>;

/**
 * What organisers typed, with ids in the place of names: rooms by their id, and people by theirs after
 * another `@`, as the grammar has it. `server` is Hallway's own, for `#hall` alone.
 */
export async function withReferences(
  line: string,
  html: string,
  server: string,
  roomOfAlias: RoomOfAlias,
): Promise<string> {
  let typed = line;
  for (const { shown, id } of linksIn(html)) typed = typed.replace(shown, id);
  for (const [alias] of typed.matchAll(ALIAS)) {
    const whole = alias.includes(':') ? alias : `${alias}:${server}`;
    typed = typed.replace(alias, (await roomOfAlias(whole)) ?? alias);
  }
  return typed.replace(USER, (user) => `@${user}`);
}

function linksIn(html: string): readonly Reference[] {
  return [...html.matchAll(LINK)].flatMap(([, id = '', shown = '']) => {
    const decoded = readable(id);
    return decoded === undefined || shown.trim() === ''
      ? []
      : [{ shown: plainOf(shown), id: decoded }];
  });
}

function readable(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

function plainOf(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
