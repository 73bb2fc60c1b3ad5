import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stringify } from 'yaml';
import { z } from 'zod';
import { freePort } from '../../support/freePort.ts';
import { PYTHON } from './installed.ts';

/** A real Matrix homeserver on loopback: Synapse with SQLite, alone in its world. */
export interface Synapse {
  readonly url: string;
  readonly serverName: string;
  /** Makes an account. */
  register(name: string, password: string, isAdmin?: boolean): Promise<Account>;
  /** Ends it and deletes its files. */
  stop(): Promise<void>;
}

export interface Account {
  readonly id: string;
  /** Of its first device. */
  readonly token: string;
}

const SERVER_NAME = 'hallway.test';
const SECRET = 'shared-secret-of-the-tests';
/** Nobody but this server ever sees what it signs; to have it make a key costs a start more. */
const SIGNING_KEY = `ed25519 a_tests ${Buffer.alloc(32, 7).toString('base64').replaceAll('=', '')}\n`;
const READY_WITHIN_MS = 90_000;
const POLL_MS = 50;

/** On a free port of 127.0.0.1; without limits to what an account may say, unless one is set for it. */
export async function startSynapse(): Promise<Synapse> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-synapse-'));
  const port = await freePort();
  await mkdir(join(folder, 'media'));
  const config = join(folder, 'homeserver.yaml');
  await writeFile(config, stringify(configuration(folder, port)));
  await writeFile(join(folder, 'log.yaml'), stringify(logging(folder)));
  await writeFile(join(folder, 'signing.key'), SIGNING_KEY);
  const homeserver = ['-m', 'synapse.app.homeserver', '-c', config];
  const child = spawn(PYTHON, homeserver, { cwd: folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      const log = await readFile(join(folder, 'homeserver.log'), 'utf8').catch(() => '');
      await stop();
      throw new Error(`Synapse did not start:\n${log}`);
    }
    await wait(POLL_MS);
  }
  return {
    ...{ url, serverName: SERVER_NAME, stop },
    register: (name, password, isAdmin = false) => register(url, { name, password, isAdmin }),
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/_matrix/client/versions`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** As an administrator of Synapse does it: whoever knows the server's secret may make accounts. */
async function register(
  url: string,
  { name, password, isAdmin }: { name: string; password: string; isAdmin: boolean },
): Promise<Account> {
  const address = `${url}/_synapse/admin/v1/register`;
  const { nonce } = z.object({ nonce: z.string() }).parse(await (await fetch(address)).json());
  const mac = createHmac('sha1', SECRET)
    .update([nonce, name, password, isAdmin ? 'admin' : 'notadmin'].join('\0'))
    .digest('hex');
  const who = { username: name, password, admin: isAdmin };
  const body = JSON.stringify({ nonce, mac, ...who });
  const said = await (await fetch(address, { method: 'POST', body })).json();
  const { user_id, access_token } = registered.parse(said);
  return { id: user_id, token: access_token };
}

const registered = z.object({ user_id: z.string(), access_token: z.string() });

const NO_LIMIT = { per_second: 10_000, burst_count: 10_000 };

function configuration(folder: string, port: number) {
  return {
    server_name: SERVER_NAME,
    public_baseurl: `http://127.0.0.1:${port}/`,
    pid_file: join(folder, 'homeserver.pid'),
    listeners: [
      {
        ...{ port, type: 'http', tls: false, bind_addresses: ['127.0.0.1'] },
        resources: [{ names: ['client'], compress: false }],
      },
    ],
    database: { name: 'sqlite3', args: { database: join(folder, 'homeserver.db') } },
    log_config: join(folder, 'log.yaml'),
    media_store_path: join(folder, 'media'),
    signing_key_path: join(folder, 'signing.key'),
    macaroon_secret_key: `macaroons-${SECRET}`,
    form_secret: `forms-${SECRET}`,
    registration_shared_secret: SECRET,
    report_stats: false,
    trusted_key_servers: [],
    suppress_key_server_warning: true,
    federation_domain_whitelist: [],
    presence: { enabled: false },
    // Passwords of tests need not be slow to guess.
    bcrypt_rounds: 4,
    // Else a first sync is answered with what an earlier one of the same device was told.
    caches: { sync_response_cache_duration: '0s' },
    rc_message: NO_LIMIT,
    rc_registration: NO_LIMIT,
    rc_login: { address: NO_LIMIT, account: NO_LIMIT, failed_attempts: NO_LIMIT },
    rc_joins: { local: NO_LIMIT, remote: NO_LIMIT },
    rc_joins_per_room: NO_LIMIT,
    rc_invites: { per_room: NO_LIMIT, per_user: NO_LIMIT, per_issuer: NO_LIMIT },
    rc_admin_redaction: NO_LIMIT,
  };
}

function logging(folder: string) {
  const filename = join(folder, 'homeserver.log');
  return {
    version: 1,
    formatters: { line: { format: '%(asctime)s %(levelname)s %(name)s %(message)s' } },
    handlers: { file: { class: 'logging.FileHandler', formatter: 'line', filename } },
    root: { level: 'WARNING', handlers: ['file'] },
    disable_existing_loggers: false,
  };
}
