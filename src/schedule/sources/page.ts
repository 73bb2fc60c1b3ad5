import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Steps } from '../../clock/steps.ts';
import { eventAddresses } from './jsonLd.ts';

/** What a web page says of other places. */
export interface Page {
  /** Those that are web addresses, in the order of the page. */
  readonly links: readonly Link[];
  /** `<meta name="generator">`, or nothing. */
  readonly generator: string;
}

export interface Link {
  readonly url: URL;
  /**
   * `embed` is a page within the page, or what fetches a schedule into it; `event` stands in the
   * JSON-LD of an event.
   */
  readonly kind: 'anchor' | 'alternate' | 'embed' | 'script' | 'event';
  readonly text: string;
  /** Media type, where the page names it. */
  readonly type: string;
}

/** No page has what is sought any further in. */
const MOST_CHARACTERS = 2 * 2 ** 20;
const MOST_LINKS = 2_000;
const LONGEST_ADDRESS = 2_000;
const MOST_TEXT = 200;
const MOST_JSON_LD = 2 ** 18;
const SLICE = 2 ** 12;

/**
 * Reads a page from its beginning, whatever it holds. It is read tag by tag and no tree is made of it,
 * so that neither depth nor disorder costs more than length does.
 */
export function* readPage(text: string, address: URL): Steps<Page> {
  const reading = createReading(address);
  const end = Math.min(text.length, MOST_CHARACTERS);
  for (let at = 0; at < end && reading.links.length < MOST_LINKS; at += SLICE) {
    reading.write(text.slice(at, Math.min(at + SLICE, end)));
    yield;
  }
  reading.end();
  return { links: reading.links.slice(0, MOST_LINKS), generator: reading.generator() };
}

/** Elements whose content is no markup, by the tokenizer's mode for them. */
const MODES: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  plaintext: TokenizerMode.PLAINTEXT,
};

type Said = Omit<Link, 'url'> & { readonly href: string | undefined };

type Attributes = (name: string) => string | undefined;

/** What a tag says by its attributes alone. */
function saidBy(tag: string, of: Attributes): Said | undefined {
  const type = typeOf(of);
  switch (tag) {
    case 'link':
      return /\balternate\b/i.test(of('rel') ?? '')
        ? { href: of('href'), kind: 'alternate', type, text: of('title') ?? '' }
        : undefined;
    case 'script':
      return { href: of('src'), kind: 'script', type, text: '' };
    case 'iframe':
      return { href: of('src'), kind: 'embed', type, text: '' };
    default:
      // Elements of pretalx's own, on the pages of others.
      return { href: of('event-url'), kind: 'embed', type, text: tag };
  }
}

/** What it says together with the text in it, of which that many characters are read. */
function saidWithText(tag: string, of: Attributes): Listening | undefined {
  const type = typeOf(of);
  if (tag === 'a') {
    const anchor = { href: of('href'), kind: 'anchor', type } as const;
    const title = of('title') ?? '';
    return { most: MOST_TEXT, said: (text) => [{ ...anchor, text: `${text} ${title}` }] };
  }
  if (tag !== 'script' || !/^application\/ld\+json/.test(type)) return undefined;
  const events = (json: string): readonly Said[] =>
    eventAddresses(json).map((href) => ({ href, kind: 'event', type, text: '' }));
  return { most: MOST_JSON_LD, said: events };
}

interface Listening {
  readonly most: number;
  readonly said: (text: string) => readonly Said[];
}

function typeOf(of: Attributes): string {
  return (of('type') ?? '').trim().toLowerCase();
}

/** Hears a page tag by tag. */
function createReading(address: URL) {
  const links: Link[] = [];
  let base = address;
  let generator = '';
  let listening: Listening | undefined;
  let text = '';
  const add = ({ href, ...link }: Said) => {
    if (href === undefined || href.length > LONGEST_ADDRESS) return;
    const url = URL.parse(href.replace(/^\s*webcals?:/i, 'https:'), base);
    if (url !== null && /^https?:$/.test(url.protocol)) links.push({ ...link, url });
  };
  const end = () => {
    for (const said of listening?.said(text.slice(0, listening.most)) ?? []) add(said);
    listening = undefined;
    text = '';
  };
  const start = ({ tagName, attrs }: Token.TagToken) => {
    const of = (name: string) => attrs.find((attribute) => attribute.name === name)?.value;
    if (tagName === 'base') base = URL.parse(of('href') ?? '', address) ?? base;
    if (tagName === 'meta' && /^generator$/i.test(of('name') ?? ''))
      generator = of('content') ?? '';
    const withText = saidWithText(tagName, of);
    const said = withText === undefined ? saidBy(tagName, of) : undefined;
    if (said !== undefined) add(said);
    if (withText === undefined) return;
    end();
    listening = withText;
  };
  const tokenizer = createTokenizer({
    start,
    end: (tag) => {
      if (tag === 'a' || tag === 'script') end();
    },
    text: (more) => {
      if (listening !== undefined && text.length < listening.most) text += more;
    },
  });
  return { links, generator: () => generator, end, write: tokenizer };
}

interface Hearing {
  readonly start: (tag: Token.TagToken) => void;
  readonly end: (tag: string) => void;
  readonly text: (text: string) => void;
}

/** Returns what is handed a page, piece by piece. */
function createTokenizer(hearing: Hearing): (piece: string) => void {
  const ignore = () => undefined;
  const hear = ({ chars }: Token.CharacterToken) => hearing.text(chars);
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: (token) => {
        hearing.start(token);
        tokenizer.state = MODES[token.tagName] ?? tokenizer.state;
      },
      onEndTag: ({ tagName }) => hearing.end(tagName),
      onCharacter: hear,
      onWhitespaceCharacter: hear,
      onNullCharacter: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  );
  return (piece) => tokenizer.write(piece, false);
}
