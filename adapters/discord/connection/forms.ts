import type { RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/**
 * Sends forms, that is files, as bytes. The undici that fetches schedules puts itself in the place of
 * the older one that discord.js sends with, and refuses forms which it did not make itself
 * (`UND_ERR_INVALID_ARG`), with an exception that nothing catches.
 */
export function sendingForms(makeRequest: MakeRequest): MakeRequest {
  return async (url, init) => {
    if (!(init.body instanceof FormData)) return makeRequest(url, init);
    const form = new Response(init.body);
    const type = form.headers.get('content-type') ?? '';
    const body = new Uint8Array(await form.arrayBuffer());
    return makeRequest(url, { ...init, headers: { ...init.headers, 'content-type': type }, body });
  };
}
