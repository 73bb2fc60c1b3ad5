/** Platforms write a channel as `<#ID>` or hand over its id; in the terminal it is `#name`. */
export function channelIds(typed: string): readonly string[] {
  const words = typed.split(/[\s,]+/u).filter((word) => word !== '');
  return [...new Set(words.map((word) => word.replace(/^<?#|>$/gu, '')))];
}
