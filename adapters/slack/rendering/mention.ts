const GROUP = /^S[A-Z0-9]+$/u;
const EVERYBODY = /^(?:here|channel|everyone)$/u;

/** What pings whom an organiser chose: a user group by its id, or a channel; undefined for anything else. */
export function pingOf(mention: string): string | undefined {
  const group = groupName(mention);
  if (group !== undefined) return group;
  return EVERYBODY.test(mention) ? `<!${mention}>` : undefined;
}

/** What shows a user group by its name; undefined for whatever is none. */
export function groupName(mention: string): string | undefined {
  return GROUP.test(mention) ? `<!subteam^${mention}>` : undefined;
}
