import { expect, test } from 'vitest';
import { sendingForms } from '../../../adapters/discord/connection/client.ts';

type Init = Parameters<Parameters<typeof sendingForms>[0]>[1];

/** What is handed to discord.js's own request. */
async function handedOver(init: Init): Promise<Init> {
  const handed: Init[] = [];
  const answer = { status: 204, statusText: '', ok: true, headers: new Headers(), body: null };
  const nothing = async () => undefined;
  const request = sendingForms(async (_url, own) => {
    handed.push(own);
    const rest = {
      bodyUsed: false,
      arrayBuffer: async () => new ArrayBuffer(),
      text: async () => '',
    };
    return { ...answer, ...rest, json: nothing };
  });
  await request('https://discord.example/api/webhooks/1/token', init);
  return handed[0] ?? {};
}

test('a form leaves as bytes with its boundary, which every undici takes', async () => {
  const form = new FormData();
  form.set('files[0]', new Blob(['BEGIN:VCALENDAR']), 'my talks.ics');

  const { body, headers } = await handedOver({
    body: form as unknown as NonNullable<Init['body']>,
    headers: { 'user-agent': 'Hallway' },
  });

  expect(body).toBeInstanceOf(Uint8Array);
  expect(headers).toMatchObject({ 'user-agent': 'Hallway' });
  const read = await new Response(
    body as Uint8Array<ArrayBuffer>,
    { headers } as ResponseInit,
  ).formData();
  const file = read.get('files[0]');
  expect(file).toMatchObject({ name: 'my talks.ics' });
  expect(await (file as File).text()).toBe('BEGIN:VCALENDAR');
});

test('what is no form is left as it is', async () => {
  const init = { body: '{"content":"hello"}', headers: { 'content-type': 'application/json' } };
  expect(await handedOver(init)).toBe(init);
});
