import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { PROGRAM, SETTLED } from '../support/program.ts';

it('serves the address that a member is shown, and tells no log of it', async () => {
  const port = await freePort();
  const child = spawn(process.execPath, PROGRAM, {
    cwd: resolve(import.meta.dirname, '../..'),
    env: {
      ...{ PATH: process.env['PATH'], ...SETTLED, LOG_LEVEL: 'trace' },
      WEB_ADDRESS: `127.0.0.1:${port}`,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.write('/talk crfs\n!1\n/mytalks calendar\n');
  const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/calendar\/([0-9a-f]{32})\.ics/;
  for await (const text of child.stdout.setEncoding('utf8')) {
    stdout += text;
    if (ADDRESS.test(stdout)) break;
  }
  const [address = '', secret = ''] = ADDRESS.exec(stdout) ?? [];

  const response = await fetch(address);
  const calendar = await response.text();
  const unknown = await fetch(address.replace(secret, '0123456789abcdef0123456789abcdef'));

  expect(response.status).toBe(200);
  expect(calendar).toContain('\r\nX-WR-CALNAME:My talks\r\n');
  expect(calendar.match(/^SUMMARY:.*$/gm)).toHaveLength(1);
  expect(unknown.status).toBe(404);
  child.stdin.end();
  await once(child, 'close');
  expect(child.exitCode).toBe(0);
  expect(stderr).toContain('Pages and calendars are served');
  expect(stderr).not.toContain(secret);
});

/** One that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}
