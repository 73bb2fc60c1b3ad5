import { sql } from 'kysely';
import { describe, expect, inject, it } from 'vitest';
import { createCommunities } from '../../adapters/storage/communities/communities.ts';
import { createKnownSources } from '../../adapters/storage/communities/knownSources.ts';
import { createVersions } from '../../adapters/storage/communities/versions.ts';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createSubscriptions } from '../../adapters/storage/deliveries/subscriptions.ts';
import { createMembers } from '../../adapters/storage/members/members.ts';
import { ConfigError } from '../../src/config/error.ts';
import { silentLog } from '../../src/log.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const INSTANT = Date.UTC(2020, 1, 1, 9, 30);
const CHOSEN = sourceOf('https://fosdem.org/xml', 'Europe/Brussels', 'chat');
const CONFERENCE = conferenceOf([talkAt('1', INSTANT)]);

forEachDatabase('a database', ({ createUrl, open }) => {
  it('keeps what was written when it is opened again', async () => {
    const url = await createUrl();
    const first = await open(url);
    await first.kysely.insertInto('people').values({ id: 'ada', lead_minutes: 10 }).execute();
    await first.close();

    const second = await open(url);

    expect(await second.kysely.selectFrom('people').selectAll().execute()).toEqual([
      { id: 'ada', lead_minutes: 10, language: null, time_zone: null },
    ]);
  });

  it('brings its tables up to date once when several programs start at once', async () => {
    const url = await createUrl();

    const opened = await Promise.all([open(url), open(url), open(url), open(url)]);

    const { rows } = await sql<{ name: string }>`
      select name from kysely_migration order by name`.execute(opened[0].kysely);
    expect(rows.slice(0, 2).map(({ name }) => name)).toEqual(['001-communities', '002-members']);
  });

  it('refuses, in words, tables made by a newer program', async () => {
    const url = await createUrl();
    const { kysely } = await open(url);
    await sql`insert into kysely_migration (name, timestamp) values ('999-holograms', '2030-01-01T00:00:00Z')`.execute(
      kysely,
    );

    await expect(openDatabase(url, silentLog)).rejects.toThrow(
      'The database is newer than this program: it has 999-holograms. Update Hallway, or point DATABASE_URL at another database.',
    );
  });

  it('catches up with tables that were made beside others, and came after them', async () => {
    const url = await createUrl();
    const { kysely, close } = await open(url);
    for (const table of ['followed_talks', 'follows'])
      await kysely.schema.dropTable(table).execute();
    await sql`delete from kysely_migration where name = '021-follows'`.execute(kysely);
    await close();

    const { kysely: again } = await open(url);

    expect(await again.selectFrom('follows').selectAll().execute()).toEqual([]);
  });

  it('goes on with what an older program wrote', async () => {
    const url = await createUrl();
    const { kysely, close } = await open(url);
    await kysely.schema.alterTable('subscriptions').dropColumn('language').execute();
    await kysely.schema.dropTable('communities').execute();
    await sql`create table communities (platform text, id text, conference text, source text,
      time_zone text, chosen_at bigint, primary key (platform, id))`.execute(kysely);
    await kysely.schema.alterTable('stars').dropColumn('lead_minutes').execute();
    for (const column of ['volume', 'recordings', 'feedback', 'says']) {
      await kysely.schema.alterTable('members').dropColumn(column).execute();
    }
    await kysely.schema.alterTable('members').addColumn('muted', 'integer').execute();
    for (const column of ['language', 'time_zone']) {
      await kysely.schema.alterTable('people').dropColumn(column).execute();
    }
    await sql`insert into people values ('p', 10)`.execute(kysely);
    await sql`insert into members (platform, id, person, locale, muted, digest, direct_messages, seen_at)
      values ('chat', 'loud', 'p', 'en', 0, 0, 'open', 0), ('chat', 'muted', 'p', 'en', 1, 0, 'open', 0)`.execute(
      kysely,
    );
    for (const index of ['outbox_sent', 'outbox_expired', 'outbox_say', 'outbox_ready']) {
      await kysely.schema.dropIndex(index).execute();
    }
    for (const column of ['claimed_at', 'settled_at', 'community', 'waits', 'say', 'rank']) {
      await kysely.schema.alterTable('outbox').dropColumn(column).execute();
    }
    await kysely.schema.alterTable('outbox').renameColumn('sent_at', 'settled_at').execute();
    await sql`create index outbox_ready on outbox (lane, due_at)`.execute(kysely);
    await kysely.schema.dropTable('delays').execute();
    await sql`create table delays (platform text, community text, conference text, room text,
      minutes integer, since bigint, primary key (platform, community, conference, room))`.execute(
      kysely,
    );
    await sql`insert into delays values ('chat', 'fosdem', 'x', 'r', 5, ${INSTANT})`.execute(
      kysely,
    );
    const later = [
      'schedule_versions',
      'sources',
      'retention_marks',
      'connection_leases',
      'counted',
      'troubles',
      'answer_places',
      'streams',
      'schedule_changes',
      'acts',
      'named_roles',
      'room_states',
      'room_feeds',
      'interest_looks',
      'alert_channels',
      'alerts',
      'talks_by_hand',
      'refused_versions',
      'says',
      'speaker_claims',
      'followed_talks',
      'follows',
      'matrix_sessions',
      'matrix_news',
      'own_addresses',
      'pages',
    ];
    for (const table of later) {
      await kysely.schema.dropTable(table).execute();
    }
    await sql`create table slack_organisers (team text, ${sql.ref('user')} text)`.execute(kysely);
    await sql`insert into communities values
      ('chat', 'fosdem', '01234567', ${CHOSEN.address}, 'Europe/Brussels', ${INSTANT})`.execute(
      kysely,
    );
    await sql`create table schedule_versions (conference text primary key, number integer,
      taken_at bigint, fingerprint text, etag text, last_modified text, content text)`.execute(
      kysely,
    );
    await sql`insert into schedule_versions
      values ('x', 7, ${INSTANT}, 'f', 'e', null, ${JSON.stringify(CONFERENCE)})`.execute(kysely);
    await sql`delete from kysely_migration where name >= '006'`.execute(kysely);
    await sql`insert into subscriptions
      (platform, community, channel, lead_minutes, rooms, tracks, kinds, since)
      values ('chat', 'fosdem', 'general', 10, '[]', '[]', '["digest"]', 0)`.execute(kysely);
    await sql`insert into subscriptions
      (platform, community, channel, lead_minutes, rooms, tracks, kinds, mention, since)
      values ('discord', '47', 'all', 10, '[]', '[]', '[]', '47', 0),
        ('discord', '47', 'role', 10, '[]', '[]', '[]', '11', 0)`.execute(kysely);
    await sql`insert into outbox (key, batch, lane, platform, target, conference, kind, delivery,
      expires_at, state, attempts, again, reason, settled_at)
      values ('sent', '', '', 'chat', '', '', 'list', '{}', 0, 'pending', 0, 0, null, ${INSTANT}),
        ('failed', '', '', 'chat', '', '', 'list', '{}', 0, 'failed', 0, 0, 'x', ${INSTANT + 1})`.execute(
      kysely,
    );
    await close();

    const { kysely: again, dialect } = await open(url);

    expect(await createSubscriptions(again).all()).toMatchObject([
      { language: 'en' },
      { mention: 'everyone' },
      { mention: '11' },
    ]);
    expect(await createMembers(again).accounts({ platform: 'chat', id: 'muted' })).toMatchObject([
      { volume: 'quiet' },
      { volume: 'full' },
    ]);
    expect(await createOutbox(again).lastSentAt()).toBe(INSTANT);
    expect(
      await createCommunities(again).delaysOf({ platform: 'chat', id: 'fosdem' }, keyOf('x')),
    ).toEqual([{ room: 'r', minutes: 5, since: INSTANT }]);
    expect(await createCommunities(again).choicesOf({ platform: 'chat', id: 'fosdem' })).toEqual([
      { source: CHOSEN, chosenAt: INSTANT },
    ]);
    expect(await createKnownSources(again).inUse()).toEqual([CHOSEN]);
    expect(await createVersions(again, dialect).latest(keyOf('x'))).toEqual({
      ...{ key: keyOf('x'), number: 7, takenAt: INSTANT, fingerprint: 'f' },
      validators: { etag: 'e' },
      conference: CONFERENCE,
    });
  });

  it('gives instants and counts back as numbers', async () => {
    const { kysely } = await open();
    await kysely
      .insertInto('link_attempts')
      .values({ platform: 'chat', member: 'ada', tried_at: INSTANT })
      .execute();

    const rows = await kysely
      .selectFrom('link_attempts')
      .select(({ fn }) => ['tried_at', fn.countAll<number>().as('count')])
      .groupBy('tried_at')
      .execute();

    expect(rows).toEqual([{ tried_at: INSTANT, count: 1 }]);
  });

  it('undoes a transaction that fails, and keeps others out of it until then', async () => {
    const { kysely } = await open();
    const transaction = kysely.transaction().execute(async (trx) => {
      await trx.insertInto('people').values({ id: 'ada', lead_minutes: 10 }).execute();
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('Changed my mind');
    });
    const seen = kysely.selectFrom('people').selectAll().execute();

    await expect(transaction).rejects.toThrow('Changed my mind');
    expect(await seen).toEqual([]);
    expect(await kysely.selectFrom('people').selectAll().execute()).toEqual([]);
  });

  it('loses no update when two programs count in transactions', async () => {
    const url = await createUrl();
    const programs = [await open(url), await open(url)];
    const [first] = programs;
    await first?.kysely.insertInto('people').values({ id: 'ada', lead_minutes: 0 }).execute();

    const increments = Array.from({ length: 20 }, (_, index) => programs[index % 2]).map(
      (program) =>
        program?.kysely.transaction().execute(async (trx) => {
          await trx
            .updateTable('people')
            .set(({ eb }) => ({ lead_minutes: eb('lead_minutes', '+', 1) }))
            .execute();
        }),
    );
    await Promise.all(increments);

    expect(await first?.kysely.selectFrom('people').selectAll().execute()).toEqual([
      { id: 'ada', lead_minutes: 20, language: null, time_zone: null },
    ]);
  });
});

describe('a database that cannot be used', () => {
  const postgres = inject('postgresUrl');
  const wrongPassword = postgres.replace('hallway:hallway', 'hallway:mistaken');

  it.each([
    ['a server that is down', 'postgres://ada:secret@127.0.0.1:1/hallway', 'connect ECONNREFUSED'],
    ['a wrong password', `${wrongPassword}/postgres`, 'password authentication failed'],
    ['a database that is not there', `${postgres}/nowhere`, 'database "nowhere" does not exist'],
    ['a folder that is not there', 'sqlite:/nowhere/at/all.sqlite', 'unable to open'],
    ['a file of another kind', 'sqlite:package.json', 'file is not a database'],
  ])('is refused in words: %s', async (_what, url, reason) => {
    const refusal = await openDatabase(url, silentLog).catch((error) => error);

    expect(refusal).toBeInstanceOf(ConfigError);
    expect(refusal.message).toContain(
      `The database that DATABASE_URL names cannot be used: ${reason}`,
    );
    expect(refusal.message).not.toMatch(/secret|mistaken/);
    expect(refusal.mayPass).toBe(reason === 'connect ECONNREFUSED');
  });
});

it('says which URLs it takes, without repeating a password', async () => {
  await expect(openDatabase('mysql://root:secret@db/hallway', silentLog)).rejects.toThrow(
    'DATABASE_URL must be sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE.',
  );
});
