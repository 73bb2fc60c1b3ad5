import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, inject, it, onTestFinished } from 'vitest';
import { copySqlite } from '../../adapters/storage/database/backup.ts';
import { createLapses } from '../../adapters/storage/deliveries/lapses.ts';
import { type Instant, MINUTE_MS } from '../../src/clock.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { type Databases, forEachDatabase } from '../contracts/databases.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { type Hall, openDiscord, openSlack } from './halls.ts';
import { type Edition, startProgram } from './stage.ts';

const at = (time: string): Instant => Date.parse(`2020-02-01T${time}Z`);
const BEGIN = at('09:00');
const COPIED = at('10:00');
const CRASHED = at('11:00');
const RESTARTED = at('11:03');
const END = at('12:00');

/** Two talks start together each quarter of an hour; `other` is told by later editions. */
function conference(other: (talk: Talk) => Talk = (talk) => talk): Conference {
  const starts = Array.from({ length: 16 }, (_, quarter) => at('08:30') + quarter * 15 * MINUTE_MS);
  return conferenceOf(
    starts.flatMap((start, index) => [
      other(talkAt(`a${index}`, start, { room: 'A' })),
      other(talkAt(`b${index}`, start, { room: 'B' })),
    ]),
  );
}

function moved(id: string, start: Instant) {
  return (talk: Talk): Talk =>
    talk.id === id ? { ...talk, start, end: start + 25 * MINUTE_MS } : talk;
}

/** Of the lost hour, and of the minutes in which nobody was there. */
const EDITIONS: readonly Edition[] = [
  { from: BEGIN, conference: conference() },
  // Starts at 11:30, and is announced and starred.
  { from: at('10:20'), conference: conference(moved('b12', at('11:45'))) },
  // Joins two that were announced in the lost hour, and would be one message with them.
  {
    from: at('11:01'),
    conference: conference((talk) => moved('a14', at('11:00'))(moved('b12', at('11:45'))(talk))),
  },
];
const STARS = ['a3', 'a7', 'b10', 'b12', 'a14'];

/** Three hours are told minute by minute, on the busiest machine. */
const PATIENCE = { timeout: 500_000 };

forEachDatabase('a database that is restored from an hour ago', (databases) => {
  /** What is told without a loss, once for each platform. */
  const uninterrupted = new Map<() => Promise<Hall>, ReturnType<typeof said>>();

  it.each([
    ['Discord', '', openDiscord],
    ['Slack', '', openSlack],
    ['Slack', ', though nobody told it that it is restored', openSlack],
  ] as const)(
    'says nothing twice, and leaves nothing out, on %s%s',
    PATIENCE,
    async (_, saidSo, open) => {
      const expected = uninterrupted.get(open) ?? (await toldWithoutLoss(databases, open));
      uninterrupted.set(open, expected);
      const restored = await openHall(open);

      await tellWithLoss(databases, restored, saidSo === '');

      expect(said(restored)).toEqual(expected);
      expect(restored.violations()).toEqual([]);
    },
  );
});

async function openHall(open: () => Promise<Hall>): Promise<Hall> {
  const hall = await open();
  onTestFinished(() => hall.stop());
  return hall;
}

async function toldWithoutLoss({ createUrl, open }: Databases, openIts: () => Promise<Hall>) {
  const hall = await openHall(openIts);
  const program = await startProgram(await createUrl(), open, hall, EDITIONS);
  await program.seat(STARS);
  await program.run(BEGIN, CRASHED);
  await program.run(RESTARTED, END);
  return said(hall);
}

async function tellWithLoss(
  { createUrl, open }: Databases,
  hall: Hall,
  isTold: boolean,
): Promise<void> {
  const url = await createUrl();
  const first = await startProgram(url, open, hall, EDITIONS);
  await first.seat(STARS);
  await first.run(BEGIN, COPIED);
  await first.stop();
  const copy = await copyOf(url);
  const second = await startProgram(url, open, hall, EDITIONS);
  await second.run(COPIED, CRASHED);
  await second.stop();

  const { kysely } = await open(copy);
  if (isTold) await createLapses(kysely).restored(RESTARTED);
  const third = await startProgram(copy, open, hall, EDITIONS);
  await third.run(RESTARTED, END);
  await third.stop();
}

/** What is to be read, but for how long it is until the talk: what is found was said earlier, and is edited. */
function said(hall: Hall) {
  const plain = (text: string) => text.replace(/(start)(ed|s)? .*min( ago)?/, '$1 …');
  return {
    inChannel: hall.inChannel().map(plain).toSorted(),
    toMember: hall.toMember().map(plain).toSorted(),
  };
}

async function copyOf(url: string): Promise<string> {
  const [, file] = /^sqlite:(.+)$/.exec(url) ?? [];
  if (file !== undefined) {
    await copySqlite(file, `${file}.copy`);
    return `sqlite:${file}.copy`;
  }
  const name = `copy_${randomUUID().replaceAll('-', '')}`;
  const original = url.slice(url.lastIndexOf('/') + 1);
  await query(`create database ${name} template ${original}`);
  onTestFinished(() => query(`drop database ${name} with (force)`));
  return `${inject('postgresUrl')}/${name}`;
}

async function query(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` });
  await client.connect();
  await client.query(text).finally(() => client.end());
}
