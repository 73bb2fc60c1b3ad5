import { readFile } from 'node:fs/promises';

/** What a Pentabarf file says of its talks, read with nothing but patterns: a second opinion. */
export async function talkFacts(path: string) {
  const xml = await readFile(path, 'utf8');
  return xml
    .split(/<day /)
    .slice(1)
    .flatMap((day) => {
      const date = /date="([^"]*)"/.exec(day)?.[1] ?? '';
      return [...day.matchAll(/<event\b[^>]*?\sid="([^"]*)"[^>]*>([\s\S]*?)<\/event>/g)].map(
        ([, id = '', body = '']) => ({
          id,
          date,
          start: field(body, 'start'),
          instant: field(body, 'date'),
          duration: field(body, 'duration'),
          room: field(body, 'room'),
          title: field(body, 'title'),
          persons: [...body.matchAll(/<person [^>]*>([^<]*)</g)]
            .map(([, name = '']) => name.trim().toLowerCase().replaceAll(/\s+/g, ' '))
            .sort()
            .join(', '),
        }),
      );
    });
}

function field(body: string, name: string): string {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1] ?? '';
  return text.trim().replaceAll(/\s+/g, ' ');
}
