import { SaxesParser } from 'saxes';
import { ScheduleFormatError } from '../refusal.ts';
import type { Findings } from './findings.ts';
import { MAX_DEPTH } from './limits.ts';

/** An element with its own text; comments and processing instructions are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Bounds memory, whatever the document. */
const MAX_ELEMENTS = 500_000;

interface GrowingElement extends XmlElement {
  children: GrowingElement[];
  text: string;
}

/** Most elements have no attributes or children: they share these, which saves much of a large tree. */
const NO_ATTRIBUTES: XmlElement['attributes'] = {};
const NO_CHILDREN: GrowingElement[] = [];

/** What no XML 1.0 may hold (section 2.2), as itself or by its number; exports of word processors do. */
const FORBIDDEN =
  /[^\t\n\r -\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]));/gu;

function withoutForbidden(text: string, findings: Findings): string {
  const found = text.search(FORBIDDEN);
  if (found < 0) return text;
  const line = text.slice(0, found).split('\n').length;
  const allowed = text.replace(FORBIDDEN, '');
  findings.note('characters-forbidden', `line ${line}`);
  return allowed;
}

/**
 * Reads XML without any declaration of its own that is well-formed but for characters it may not
 * hold, which are left out. Throws {@link ScheduleFormatError}.
 */
export function parseXml(written: string, findings: Findings): XmlElement {
  const text = withoutForbidden(written, findings);
  const parser = new SaxesParser();
  const document: GrowingElement = {
    name: '',
    attributes: NO_ATTRIBUTES,
    children: NO_CHILDREN,
    text: '',
  };
  const open = [document];
  let elements = 0;

  parser.on('error', (error) => {
    throw new ScheduleFormatError({ kind: 'brokenXml', facts: [`line ${error.message}`] });
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new ScheduleFormatError({ kind: 'declarations', facts: [] });
  });
  parser.on('opentag', ({ name, attributes }) => {
    const hasAttributes = Object.keys(attributes).length > 0;
    const element: GrowingElement = {
      name,
      attributes: hasAttributes ? attributes : NO_ATTRIBUTES,
      children: NO_CHILDREN,
      text: '',
    };
    const parent = open.at(-1) ?? document;
    if (parent.children === NO_CHILDREN) parent.children = [element];
    else parent.children.push(element);
    open.push(element);
    elements += 1;
    if (open.length > MAX_DEPTH)
      throw new ScheduleFormatError({ kind: 'tooDeep', facts: [MAX_DEPTH] });
    if (elements > MAX_ELEMENTS) {
      throw new ScheduleFormatError({ kind: 'tooMany', facts: ['elements', MAX_ELEMENTS] });
    }
  });
  parser.on('closetag', () => void open.pop());
  const append = (piece: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.write(text).close();
  const [root] = document.children;
  if (root === undefined) throw new ScheduleFormatError({ kind: 'empty', facts: [] });
  return root;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The trimmed text of the first child of that name; `undefined` when there is none or it is blank. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.text.trim() || undefined;
}

/** The trimmed value of an attribute; `undefined` when there is none or it is blank. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[name]?.trim() || undefined;
}
