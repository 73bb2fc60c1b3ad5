import { unescapeEntities } from '../rendering/escape.ts';

/** No part of Slack's markup holds `<` or `>`: whatever has no end is passed over once. */
const REFERENCE = /<(?:[#@]|!(?:subteam\^)?)([A-Z0-9]+|here|channel|everyone)(?:\|[^<>]*)?>/gu;
const PERSON = /<@([A-Z0-9]+)(?:\|([^<>]*))?>/gu;
const CHANNEL = /<#[A-Z0-9]+(?:\|([^<>]*))?>/gu;
const SPECIAL = /<!([^<>|]*)(?:\|([^<>]*))?>/gu;
const LINK = /<((?:https?|mailto):[^<>|]+)(?:\|([^<>]*))?>/gu;
/** Specials that only their label says in words. */
const LABELLED = /^(?:subteam|date)\^/u;

/**
 * What was typed after a command that is about channels, groups and addresses: `<#C1|general>` becomes
 * `C1`, `<!here>` `here`, a link its address (docs.slack.dev/interactivity/implementing-slash-commands,
 * "should_escape").
 */
export function typedReferences(text: string): string {
  return straight(text.replace(REFERENCE, '$1').replace(LINK, '$1'));
}

/**
 * The words as people see them, `self` left out: of `node.js` Slack makes `<http://node.js|node.js>`, of
 * a name `<@U1|ada>` (docs.slack.dev/messaging/formatting-message-text). Who comes without a name is
 * left out as well, for nobody here is looked up: a gap parts the words around them.
 */
export function typedWords(text: string, self?: string): string {
  return straight(
    text
      .replace(PERSON, (_, id: string, name?: string) => (id === self ? ' ' : (name ?? ' ')))
      .replace(CHANNEL, (_, name?: string) => (name === undefined ? ' ' : `#${name}`))
      .replace(LINK, (_, address: string, label?: string) => label ?? address)
      .replace(SPECIAL, (_, special: string, label = '') =>
        LABELLED.test(special) ? label : special,
      ),
  );
}

function straight(text: string): string {
  return unescapeEntities(text).replace(/[“”]/gu, '"');
}
