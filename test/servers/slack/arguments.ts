import type { IncomingMessage } from 'node:http';
import { isObject, type Json } from './json.ts';

/** Arguments that travel as JSON within a form. */
const STRUCTURED = new Set(['blocks', 'attachments', 'metadata', 'view', 'unfurls', 'files']);

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The arguments of a call: from the query, then from a form or JSON. */
export async function readArguments(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Json> {
  const raw = await readBody(request);
  return { ...structured(query), ...parse(raw.toString('utf8'), request.headers) };
}

function parse(text: string, headers: IncomingMessage['headers']): Json {
  if (text === '') return {};
  if (headers['content-type']?.startsWith('application/json')) {
    const parsed = parseJson(text);
    return isObject(parsed) ? parsed : {};
  }
  return structured(new URLSearchParams(text));
}

function structured(form: URLSearchParams): Json {
  return Object.fromEntries(
    [...form].map(([key, value]) => [key, STRUCTURED.has(key) ? parseJson(value) : value]),
  );
}

/** The value, or the text itself where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
