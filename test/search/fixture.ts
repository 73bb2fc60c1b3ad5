import type { Instant } from '../../src/clock.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { roomSlug } from '../support/names.ts';

/** An instant of the two days on the venue's clock, which is one hour ahead of UTC. */
export function at(date: '2030-02-02' | '2030-02-03' | '2030-02-04', clock: string): Instant {
  return Date.parse(`${date}T${clock}:00+01:00`);
}

type Facts = Pick<Talk, 'id' | 'title'> & Partial<Talk>;

/** A talk of 30 minutes on Saturday at noon, unless said otherwise. */
export function talk(facts: Facts): Talk {
  const start = facts.start ?? at('2030-02-02', '12:00');
  return {
    end: start + 30 * 60_000,
    speakers: [],
    abstract: '',
    links: [],
    status: 'scheduled',
    language: 'en',
    ...facts,
    start,
  };
}

export function conferenceOf(talks: readonly Talk[]): Conference {
  const names = (pick: (one: Talk) => string | undefined) =>
    [...new Set(talks.map(pick))].flatMap((name) =>
      name === undefined
        ? []
        : [{ name, slug: roomSlug(name.toLowerCase().replace(/[^a-z0-9]+/g, '-')) }],
    );
  return {
    title: 'Testconf 2030',
    timeZone: 'Europe/Brussels',
    days: [
      {
        index: 1,
        date: '2030-02-02',
        start: at('2030-02-02', '04:00'),
        end: at('2030-02-03', '04:00'),
      },
      {
        index: 2,
        date: '2030-02-03',
        start: at('2030-02-03', '04:00'),
        end: at('2030-02-04', '04:00'),
      },
    ],
    rooms: names(({ room }) => room),
    tracks: names(({ track }) => track),
    talks: [...talks].sort((a, b) => a.start - b.start),
    breaks: [],
  };
}

const JANSON = 'Janson Hall';
const K1 = 'K.1.105 (La Fontaine)';
const K3 = 'K.3.201';

/** Small, and of our own making; each talk is there for a rule of the search. */
export const CONFERENCE = conferenceOf([
  talk({
    id: 'proxy',
    title: 'What became of kube-proxy',
    track: 'Containers',
    room: JANSON,
    speakers: [{ name: 'Łukasz Dvořák' }],
    abstract: 'Packets in Kubernetes, once by iptables, then by IPVS, now by eBPF.',
    start: at('2030-02-02', '10:00'),
  }),
  talk({
    id: 'images',
    title: 'Pulling images lazily',
    track: 'Containers',
    room: JANSON,
    speakers: [{ name: 'Aiko Tanabe' }],
    abstract: 'With **CRFS** and `stargz` a container starts before its layers have arrived.',
    start: at('2030-02-02', '11:00'),
  }),
  talk({
    id: 'syscalls',
    title: 'Watching over system calls',
    track: 'Containers',
    room: K1,
    speakers: [{ name: 'Jürgen Müßig' }, { name: 'Zoë Åkesson' }],
    abstract: 'How SECCOMP\\_RET\\_USER\\_NOTIF lets one process answer for another.',
    start: at('2030-02-02', '11:30'),
  }),
  talk({
    id: 'cpp',
    title: 'Modules in C++: the good parts',
    track: 'Languages',
    room: K3,
    abstract: 'What works today.',
    start: at('2030-02-02', '13:00'),
  }),
  talk({ id: 'dotnet', title: 'Small binaries with .NET', track: 'Languages', room: K3 }),
  talk({
    id: 'csharp',
    title: 'C# without garbage',
    track: 'Languages',
    room: K3,
    start: at('2030-02-02', '14:00'),
  }),
  talk({
    id: 'wasm',
    title: 'WebAssembly outside of browsers',
    track: 'Languages',
    room: K1,
    start: at('2030-02-02', '14:30'),
  }),
  talk({
    id: 'live',
    title: 'Live migration of running machines',
    track: 'Virtualization',
    room: JANSON,
    start: at('2030-02-02', '15:00'),
    abstract: 'A machine moves to another host while it works.',
  }),
  talk({
    id: 'schema',
    title: 'Schema migration for the patient',
    track: 'Databases',
    room: K1,
    start: at('2030-02-02', '16:00'),
    abstract: 'Changing tables live, on PostgreSQL.',
  }),
  talk({
    id: 'laufzeit',
    title: 'Containerlaufzeiten im Vergleich',
    language: 'de',
    track: 'Containers',
    room: K1,
    start: at('2030-02-03', '10:00'),
    speakers: [{ name: 'Jörg Weiß' }],
    abstract: 'Welche Laufzeit ist die richtige? Wir messen die Sicherheit und den Speicherbedarf.',
  }),
  talk({
    id: 'muenchen',
    title: 'Freie Netze in München',
    language: 'de',
    track: 'Community',
    room: K3,
    start: at('2030-02-03', '11:00'),
  }),
  talk({
    id: 'securite',
    title: 'Sécurité des réseaux domestiques',
    language: 'fr',
    track: 'Community',
    room: K3,
    start: at('2030-02-03', '12:00'),
    abstract: 'Protéger les appareils chez soi.',
  }),
  talk({
    id: 'map',
    title: 'OpenStreetMap turns twenty-five',
    track: 'Community',
    room: JANSON,
    start: at('2030-02-03', '13:00'),
  }),
  talk({
    id: 'night',
    title: 'A quiz after midnight',
    track: 'Community',
    room: JANSON,
    start: at('2030-02-03', '00:30'),
  }),
]);

/** Half past ten on Saturday. */
export const NOW = at('2030-02-02', '10:30');
