import type { IncomingMessage } from 'node:http';
import { ApiError } from './api-error.ts';
import type { StoredFile } from './world.ts';

export interface Incoming {
  readonly body: unknown;
  readonly files: readonly StoredFile[];
}

/** Reads a request's JSON, or the `payload_json` and the files of a form. */
export async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const raw = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (raw.length === 0) return { body: undefined, files: [] };
  if (type.startsWith('multipart/form-data')) return readForm(raw, type);
  return { body: parse(raw.toString('utf8')), files: [] };
}

async function readForm(raw: Buffer, type: string): Promise<Incoming> {
  const form = await new Response(new Uint8Array(raw), {
    headers: { 'content-type': type },
  }).formData();
  const files: StoredFile[] = [];
  for (const value of form.values()) {
    if (typeof value === 'string') continue;
    const content = Buffer.from(await value.arrayBuffer());
    files.push({ name: value.name, type: value.type, content });
  }
  const json = form.get('payload_json');
  return { body: typeof json === 'string' ? parse(json) : {}, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  }
}
