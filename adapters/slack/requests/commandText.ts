const REFERENCE = /<(?:[#@]|!(?:subteam\^)?)([A-Z0-9]+|here|channel|everyone)(?:\|[^>]*)?>/gu;
const ADDRESS = /<((?:https?|mailto):[^|>]+)(?:\|[^>]*)?>/gu;

/**
 * What was typed after a command, with Slack's escapes undone: `<#C1|general>` becomes `C1`, `<!here>`
 * `here`, a link its address (docs.slack.dev/interactivity/implementing-slash-commands, "should_escape").
 */
export function typedText(text: string): string {
  return text
    .replace(REFERENCE, '$1')
    .replace(ADDRESS, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[“”]/gu, '"');
}

export interface NamedLine {
  readonly name: string;
  readonly line: string;
}

/** The core's command behind a slash command: `/talk crfs`, `/fosdem-talk crfs` with a prefix, or `/hallway talk crfs`. */
export function namedLine(command: string, text: string, prefix: string): NamedLine {
  const typed = typedText(text);
  const name = command.replace(/^\//u, '').toLowerCase();
  if (name !== UMBRELLA)
    return { name: name.startsWith(prefix) ? name.slice(prefix.length) : name, line: typed };
  const [, word = '', line = ''] = /^\s*\/?(\S*)\s*(.*)$/su.exec(typed) ?? [];
  return { name: word === '' ? 'help' : word.toLowerCase(), line };
}

/** Works whatever else a workspace's commands are called. */
export const UMBRELLA = 'hallway';
