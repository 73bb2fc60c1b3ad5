import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { recordingsOf, streamOf } from '../../src/schedule/talkLinks.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { at } from '../support/instants.ts';
import { areRealSchedulesHere } from '../support/realSchedules.ts';
import { sharedPath } from '../support/shared.ts';

const TEN = at('2020-02-01T10:00+01:00');
const TWELVE = at('2020-02-01T12:00+01:00');

const ofLink = (title: string, url: string) => talkAt('1', TEN, { links: [{ title, url }] });
const isStream = (title: string, url: string) =>
  streamOf(ofLink(title, url), conferenceOf([])) === url;
const isRecording = (title: string, url: string) =>
  recordingsOf(ofLink(title, url), TWELVE).length === 1;

describe('a stream', () => {
  it('is told by its host or by its whole title', () => {
    for (const [title, url] of [
      ['Live video stream from the room (during event)', 'https://live.fosdem.org/watch/dgo'],
      ['https://live.fosdem.org/watch/janson', 'https://live.fosdem.org/watch/janson'],
      ['Saal 1', 'https://streaming.media.ccc.de/38c3/eins'],
      ['Live', 'https://www.youtube.com/watch?v=1'],
      ['Watch live', 'https://video.example/1'],
      ['Livestream', 'https://video.example/1'],
      ['Live-Stream aus Saal 2', 'https://video.example/1'],
    ] as const) {
      expect([title, isStream(title, url)]).toEqual([title, true]);
    }
  });

  it('is no slides, no source and no recording, whatever they speak of', () => {
    for (const [title, url] of [
      ['Live streaming with GStreamer (slides)', 'https://slides.example/1.pdf'],
      ['Livestreaming library', 'https://github.com/x/livestream'],
      ['Stream processing paper', 'https://paper.example/1'],
      ['Live coding session notes', 'https://notes.example/1'],
      ['Relive', 'https://streaming.media.ccc.de/38c3/relive/2149'],
      ['Live', 'http://insecure.example/'],
      ['Elsewhere', 'https://live.fosdem.org.example.com/watch/janson'],
    ] as const) {
      expect([title, isStream(title, url)]).toEqual([title, false]);
    }
  });

  it('is the one that organisers say of the room, before any that the source tells', () => {
    const talk = ofLink('Live', 'https://source.example/');
    const conference = conferenceOf([talk]);
    const rooms = conference.rooms.map((room) => ({ ...room, stream: 'https://ours.example/' }));

    expect(streamOf(talk, { rooms })).toBe('https://ours.example/');
    expect(streamOf({ ...talk, room: 'B' }, { rooms })).toBe('https://source.example/');
    expect(streamOf(talkAt('2', TEN), conference)).toBeUndefined();
  });
});

describe('a recording', () => {
  it('is told by its host or by its title, once the talk is over', () => {
    for (const [title, url] of [
      ['Video recording (AV1/opus)', 'https://video.fosdem.org/2024/janson/1.av1.webm'],
      ['1.mp4', 'https://video.fosdem.org/2024/janson/1.mp4'],
      ['media.ccc.de', 'https://media.ccc.de/v/38c3-1'],
      ['Relive', 'https://streaming.media.ccc.de/38c3/relive/2149'],
      ['Recording', 'https://app.example/1'],
      ['Aufzeichnung', 'https://app.example/1'],
      ['Talk recording, part 1', 'http://app.example/1'],
      ['Video', 'https://www.youtube.com/watch?v=1'],
    ] as const) {
      expect([title, isRecording(title, url)]).toEqual([title, true]);
      expect(recordingsOf(ofLink(title, url), TEN)).toEqual([]);
    }
  });

  it('is no talk about recording, and no video of something else', () => {
    for (const [title, url] of [
      ['Recordings of birds', 'https://birds.example/'],
      ['Video', 'https://demo.example/demo.mp4'],
      ['[video] Robocopyright ACTA', 'https://www.youtube.com/watch?v=2'],
      ['Slides', 'https://slides.example/recording.pdf'],
      ['Live', 'https://live.fosdem.org/watch/janson'],
    ] as const) {
      expect([title, isRecording(title, url)]).toEqual([title, false]);
    }
  });
});

describe.skipIf(!areRealSchedulesHere)('FOSDEM 2024', () => {
  it('has two recordings of each of 842 talks in the second version, and none in the first', () => {
    const counts = (file: string) => {
      const bytes = readFileSync(sharedPath(`schedules/${file}`) ?? '');
      const { talks } = decodeSchedule(bytes, { timeZone: undefined }).conference;
      const year = talks.at(-1)?.end ?? 0;
      const recorded = talks.map((talk) => recordingsOf(talk, year).length);
      return [recorded.filter((count) => count > 0).length, recorded.reduce((a, b) => a + b, 0)];
    };

    expect(counts('fosdem-2024.rev1.xml')).toEqual([0, 0]);
    expect(counts('fosdem-2024.rev2.xml')).toEqual([842, 2 * 842]);
  });
});
