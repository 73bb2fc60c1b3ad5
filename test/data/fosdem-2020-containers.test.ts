import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import document from '../../data/fosdem-2020-containers.json' with { type: 'json' };
import { sharedPath } from '../support/shared.ts';
import { schemaErrors } from './c3voc-schema.ts';
import { shapeErrors } from './c3voc-shape.ts';
import { type EventFacts, eventsOfTrack } from './pentabarf-facts.ts';

const { conference } = document.schedule;
const [day] = conference.days;
const rooms = Object.entries(day?.rooms ?? {});
const talks = rooms.flatMap(([, events]) => events);

/** Start and end in milliseconds since 1970, from `date` and `duration`. */
function spanOf(talk: (typeof talks)[number]): { readonly start: number; readonly end: number } {
  const [hours = 0, minutes = 0] = talk.duration.split(':').map(Number);
  const start = Date.parse(talk.date);
  return { start, end: start + (hours * 60 + minutes) * 60_000 };
}

const { version: _version, ...unversioned } = document.schedule;
const { daysCount: _daysCount, ...uncounted } = conference;
/** The schedule without what its format demands. */
const BROKEN = {
  'a file without its version': { ...document, schedule: unversioned },
  'a conference that does not count its days': {
    ...document,
    schedule: { ...document.schedule, conference: uncounted },
  },
  'a talk without a guid': withTalk({ ...talks[0], guid: undefined }),
  'a talk whose guid is none': withTalk({ ...talks[0], guid: 'none' }),
  'a talk with a word of its own': withTalk({ ...talks[0], colour: 'red' }),
  'a link to nowhere': withTalk({ ...talks[0], links: [{ title: 'Slides' }] }),
};

function withTalk(talk: object): unknown {
  const one = { ...conference, days: [{ ...day, rooms: { 'UD2.208 (Decroly)': [talk] } }] };
  // A field without a value is no field once it is written.
  return JSON.parse(
    JSON.stringify({ ...document, schedule: { ...document.schedule, conference: one } }),
  );
}

describe('the built-in schedule', () => {
  it('holds the 18 entries of the devroom, each with an id, guid and slug of its own', () => {
    expect(talks).toHaveLength(18);
    for (const key of ['id', 'guid', 'slug'] as const) {
      expect(new Set(talks.map((talk) => talk[key])).size, key).toBe(18);
    }
  });

  it('is one day in one room and one track', () => {
    expect(conference).toMatchObject({
      daysCount: 1,
      start: '2020-02-01',
      end: '2020-02-01',
      time_zone_name: 'Europe/Brussels',
    });
    expect(conference.days).toHaveLength(1);
    expect(rooms.map(([name]) => name)).toEqual(['UD2.208 (Decroly)']);
    expect(new Set(talks.map((talk) => talk.room))).toEqual(new Set(['UD2.208 (Decroly)']));
    expect(new Set(talks.map((talk) => talk.track))).toEqual(new Set(['Containers']));
  });

  it('runs within its day, in order and without overlap', () => {
    let free = Date.parse(day?.day_start ?? '');
    for (const talk of talks) {
      const { start, end } = spanOf(talk);
      expect(start, talk.title).toBeGreaterThanOrEqual(free);
      expect(end, talk.title).toBeGreaterThan(start);
      free = end;
    }
    expect(free).toBeLessThanOrEqual(Date.parse(day?.day_end ?? ''));
  });

  it('gives each start as the wall clock of Brussels, an hour ahead of UTC', () => {
    for (const talk of talks) expect(talk.date).toBe(`2020-02-01T${talk.start}:00+01:00`);
  });

  it('marks exactly the one talk that was cancelled', () => {
    expect(talks.filter((talk) => talk.title.startsWith('CANCELLED ')).map(({ id }) => id)).toEqual(
      [9386],
    );
  });

  it('derives address and guid of each talk from its slug', () => {
    for (const talk of talks) {
      expect(talk.url).toBe(`https://fosdem.org/2020/schedule/event/${talk.slug}/`);
      expect(talk.guid).toBe(uuidOfUrl(talk.url));
    }
  });

  it('describes each talk in 60 to 120 words', () => {
    for (const talk of talks) {
      const words = talk.abstract.split(/\s+/).length;
      expect(words, talk.title).toBeGreaterThanOrEqual(60);
      expect(words, talk.title).toBeLessThanOrEqual(120);
    }
  });

  it.each([
    [10255, ['Podman', 'docker', 'pods', 'rootless', 'daemon']],
    [10316, ['CRFS', 'stargz', 'OCI', 'lazy', 'containerd', 'snapshotter', 'BuildKit']],
    [10501, ['BPF', 'eBPF', 'Cilium', 'iptables', 'Netfilter', 'kube-proxy']],
    [10418, ['kube-proxy', 'IPVS', 'iptables', 'virtual IP', 'load balanc', 'userspace']],
    [9288, ['CRIU', 'ptrace', 'parasite code', 'checkpoint', 'restore', 'SELinux']],
    [10542, ['seccomp', 'SECCOMP_RET_USER_NOTIF', 'mknod', 'mount', 'syscall', 'supervisor']],
    [10149, ['CRI-O', 'containerd', 'Kata', 'Firecracker', 'gVisor', 'OCI', 'container runtime']],
  ])('lets talk %i be found by its key words', (id, words) => {
    const talk = talks.find((candidate) => candidate.id === id);
    for (const word of words) expect(talk?.abstract).toContain(word);
  });
});

describe('the built-in schedule and its format', () => {
  it('agree', () => {
    expect(shapeErrors(document)).toEqual([]);
  });

  it.each(Object.entries(BROKEN))('%s is told apart', (_, broken) => {
    expect(shapeErrors(broken)).not.toEqual([]);
  });
});

const schemaPath = sharedPath('schedules/c3voc-schedule.schema.json');

describe.skipIf(schemaPath === undefined)(
  'the built-in schedule and the c3voc schema (needs ../shared/schedules)',
  () => {
    it('is valid', () => {
      expect(schemaErrors(schemaPath ?? '', document)).toEqual([]);
    });

    it.each(Object.entries(BROKEN))('%s is told apart', (_, broken) => {
      expect(schemaErrors(schemaPath ?? '', broken)).not.toEqual([]);
    });
  },
);

const FACTS = new URL('../fixtures/fosdem-2020-containers.jsonl', import.meta.url);

describe('the built-in schedule and the facts of FOSDEM', () => {
  const facts = readFileSync(FACTS, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

  it('are the same', () => {
    expect(talks.map(factsOfTalk)).toEqual(facts);
  });

  const sourcePath = sharedPath('schedules/fosdem-2020.pentabarf.xml');

  it.skipIf(sourcePath === undefined)(
    "are those of FOSDEM's XML (needs ../shared/schedules)",
    () => {
      const source = eventsOfTrack(readFileSync(sourcePath ?? '', 'utf8'), 'Containers');
      expect(source.map(factsOfEvent)).toEqual(facts);
    },
  );
});

function factsOfEvent({ id, texts, persons, links, attachments }: EventFacts) {
  return {
    id,
    title: texts.get('title')?.trim(),
    subtitle: texts.get('subtitle'),
    start: texts.get('start'),
    duration: texts.get('duration'),
    room: texts.get('room'),
    slug: texts.get('slug'),
    track: texts.get('track'),
    type: texts.get('type'),
    persons,
    links,
    attachments,
  };
}

function factsOfTalk(talk: (typeof talks)[number]) {
  return {
    id: String(talk.id),
    title: talk.title,
    subtitle: talk.subtitle ?? '',
    start: talk.start,
    duration: talk.duration,
    room: talk.room,
    slug: talk.slug,
    track: talk.track,
    type: talk.type,
    persons: talk.persons.map(({ id, public_name }) => ({ id: String(id), name: public_name })),
    links: talk.links,
    attachments: talk.attachments.map((attachment) => ({
      url: attachment.url,
      title: 'title' in attachment ? attachment.title : '',
    })),
  };
}

/** RFC 9562, version 5 in the URL namespace. */
function uuidOfUrl(url: string): string {
  const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
  const hash = createHash('sha1').update(namespace).update(url).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
