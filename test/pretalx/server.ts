import { execFile, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../support/freePort.ts';

const VERSION = 'pretalx==2025.2.*';
const FILL = new URL('./fill.py', import.meta.url).pathname;
const run = promisify(execFile);

/** A pretalx of its own in `folder`, behind a door that shuts what begins so. */
export interface Pretalx {
  readonly address: string;
  readonly shut: string[];
  fill(deed: 'create' | 'v2' | 'v3' | 'truth'): Promise<string>;
  close(): Promise<void>;
}

/** Why there can be none here. */
export class NoPretalx extends Error {}

/** Throws `NoPretalx` where Python, or the index that it installs from, is missing. */
export async function startPretalx(folder: string, note: (text: string) => void): Promise<Pretalx> {
  install(folder, note);
  const python = `${folder}/venv/bin/python`;
  const port = await freePort();
  const door = await openDoor(port);
  const env = configure(folder, door.address);
  const manage = (...words: string[]) => run(python, ['-m', 'pretalx', ...words], { env });
  await manage('migrate');
  note('The database is there');
  const fill: Pretalx['fill'] = async (deed) => {
    const { stdout } = await run(python, [FILL, deed], { env, maxBuffer: 64 * 2 ** 20 });
    // pretalx greets whoever is root.
    return stdout.trim().split('\n').at(-1) ?? '';
  };
  await fill('create');
  note('The conference is there');
  const server = spawn(python, ['-m', 'pretalx', 'runserver', '--noreload', `127.0.0.1:${port}`], {
    env,
    stdio: 'ignore',
  });
  const close = async () => {
    door.close();
    if (server.exitCode !== null) return;
    server.kill();
    await once(server, 'exit');
  };
  try {
    await answers(`${door.address}/democon/schedule/export/schedule.json`);
  } catch (error) {
    await close();
    throw error;
  }
  return { address: door.address, shut: door.shut, fill, close };
}

function install(folder: string, note: (text: string) => void): void {
  const made = spawnSync('python3', ['-m', 'venv', `${folder}/venv`], { encoding: 'utf8' });
  if (made.status !== 0) throw new NoPretalx(`there is no Python with venv: ${saidBy(made)}`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', VERSION];
  const installed = spawnSync(`${folder}/venv/bin/python`, pip, { encoding: 'utf8' });
  if (installed.status !== 0) {
    throw new NoPretalx(`${VERSION} cannot be installed: ${saidBy(installed)}`);
  }
  note(`${VERSION} is installed`);
}

function saidBy({ error, stderr }: SpawnSyncReturns<string>): string {
  return error?.message ?? stderr.trim().split('\n').at(-1) ?? '';
}

function configure(folder: string, url: string): NodeJS.ProcessEnv {
  const data = `${folder}/data`;
  mkdirSync(data, { recursive: true });
  writeFileSync(
    `${folder}/pretalx.cfg`,
    [
      ...['[filesystem]', `data = ${data}`, '[site]', 'debug = True', `url = ${url}`],
      ...['[database]', 'backend = sqlite3', `name = ${data}/db.sqlite3`],
    ].join('\n'),
  );
  return { ...process.env, PRETALX_CONFIG_FILE: `${folder}/pretalx.cfg` };
}

async function openDoor(port: number) {
  const shut: string[] = [];
  const server = createServer(({ url = '/', headers }, response) => {
    if (shut.some((beginning) => url.startsWith(beginning))) {
      response.writeHead(404).end();
      return;
    }
    request({ host: '127.0.0.1', port, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    })
      .on('error', () => response.writeHead(502).end())
      .end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${own}`, shut, close };
}

const MOST_TRIES = 120;

async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const status = await fetch(address).then(
      (response) => response.status,
      () => undefined,
    );
    if (status === 200) return;
    await setTimeout(500);
  }
  throw new Error(`Nothing answers at ${address}`);
}
