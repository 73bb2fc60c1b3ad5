import { ScheduleFormatError } from '../refusal.ts';
import { endOfString, parseJson } from './json.ts';

/** A value that a script assigns to a variable (`var program = […];`) or hands to a function (JSONP). */
export interface ScriptValue {
  /** Of the variable. */
  readonly name?: string;
  readonly value: unknown;
}

/** More than any programme parts its data into. */
const MAX_VALUES = 8;

const GAP = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[;,()])+/y;
const ASSIGNED = /(?:(?:var|let|const|export)\s+)*(?:window\.)?([\w$]{1,80})\s*=\s*(?=[[{])/y;
const CALLED = /[\w$.]{1,80}\s*\(\s*(?=[[{])/y;
const BARE = /(?=[[{])/y;
const HEADS = [ASSIGNED, CALLED, BARE] as const;

/** Whether a text is data that a script assigns or hands on. */
export function isScript(text: string): boolean {
  const start = after(GAP, text, 0);
  return [ASSIGNED, CALLED].some((head) => matchAt(head, text, start) !== null);
}

/**
 * The values in a script that holds nothing but data, each JSON but for commas before closing brackets,
 * which people leave behind. Nothing is run. Throws {@link ScheduleFormatError} at anything else.
 */
export function valuesOfScript(text: string): readonly ScriptValue[] {
  const values: ScriptValue[] = [];
  let at = after(GAP, text, 0);
  while (at < text.length) {
    const head = HEADS.map((one) => matchAt(one, text, at)).find((match) => match !== null);
    if (head === undefined) throw unexpected(text, at);
    if (values.length === MAX_VALUES) {
      throw new ScheduleFormatError({ kind: 'tooMany', facts: ['values', MAX_VALUES] });
    }
    const name = head[1];
    const { json, end } = jsonFrom(text, at + head[0].length);
    const value = parseJson(json, name);
    values.push(name === undefined ? { value } : { name, value });
    at = after(GAP, text, end);
  }
  return values;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function after(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}

const CLOSING = /\s*[\]}]/y;

/** From an opening bracket to the one that closes it. */
function jsonFrom(text: string, start: number): { readonly json: string; readonly end: number } {
  let json = '';
  let from = start;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    else if (sign === ',' && matchAt(CLOSING, text, at + 1) !== null) {
      json += text.slice(from, at);
      from = at + 1;
    }
    if (depth === 0) return { json: json + text.slice(from, at + 1), end: at + 1 };
  }
  return { json: json + text.slice(from), end: text.length };
}

function unexpected(text: string, at: number): ScheduleFormatError {
  const reason = `“${text.slice(at, at + 20).trim()}” is no data`;
  return new ScheduleFormatError({ kind: 'brokenJson', facts: [reason] });
}
