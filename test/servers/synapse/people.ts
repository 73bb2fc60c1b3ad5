import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isObject, type Json, objectOf, textOf } from '../matrix/json.ts';
import { PYTHON } from './installed.ts';
import { createPerson, type Person } from './person.ts';
import type { Synapse } from './server.ts';

/** People of a real homeserver, each at a client that is made of matrix-nio. */
export interface People {
  /** A new account. It accepts every invitation. */
  enter(name: string, how?: { readonly isAdmin?: boolean }): Promise<Person>;
  stop(): Promise<void>;
}

/** What somebody was told, as it came. */
export interface Told {
  readonly room: string;
  readonly event: Json;
}

/** One process plays all of them. */
export function startPeople(synapse: Synapse): People {
  const script = join(import.meta.dirname, 'people.py');
  const child = spawn(PYTHON, [script, synapse.url], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  const told = new Map<string, Told[]>();
  let last = 0;
  const command = (who: string, what: Json): Promise<unknown> => {
    last += 1;
    const answer = Promise.withResolvers<unknown>();
    open.set(last, answer);
    child.stdin.write(`${JSON.stringify({ id: last, who, ...what })}\n`);
    return answer.promise;
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = objectOf(JSON.parse(line));
    const who = textOf(said['who']);
    const room = textOf(said['room']);
    if (typeof said['id'] === 'number') {
      const answer = open.get(said['id']);
      open.delete(said['id']);
      if ('error' in said) answer?.reject(new Error(textOf(said['error'])));
      else answer?.resolve(said['ok']);
    } else if (said['invited'] === true) {
      // Gone again before it was accepted: that is the test's doing.
      command(who, { do: 'join', room }).catch(() => undefined);
    } else if (isObject(said['event'])) {
      const event = said['event'];
      const all = told.get(who) ?? [];
      // Homeservers tell of some events twice.
      const isKnown = all.some((each) => each.event['event_id'] === event['event_id']);
      if (!isKnown) all.push({ room, event });
    }
  });
  return {
    enter: async (name, { isAdmin = false } = {}) => {
      const mine: Told[] = [];
      told.set(name, mine);
      const password = `password of ${name}`;
      const { id } = await synapse.register(name, password, isAdmin);
      await command(name, { do: 'enter', password });
      return createPerson(id, (what) => command(name, what), mine);
    },
    stop: async () => {
      child.stdin.end();
      child.kill('SIGTERM');
      await ended;
    },
  };
}
