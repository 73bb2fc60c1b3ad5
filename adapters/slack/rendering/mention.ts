const GROUP = /^S[A-Z0-9]+$/u;
const EVERYBODY = /^(?:here|channel|everyone)$/u;

/** What pings whom an organiser chose: a user group by its id, or a channel; undefined for anything else. */
export function pingOf(mention: string): string | undefined {
  if (GROUP.test(mention)) return `<!subteam^${mention}>`;
  return EVERYBODY.test(mention) ? `<!${mention}>` : undefined;
}
