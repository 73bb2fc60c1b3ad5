import type ICAL from 'ical.js';
import type { Speaker } from '../../schedule.ts';
import { splitNames, splitSummary } from '../pretalx.ts';
import { parameterOf, textOf } from './icalValues.ts';

/** Title, speakers and text of an event, which calendars mix in ways of their own. */
export interface EventWords {
  readonly title: string;
  readonly speakers: readonly Speaker[];
  readonly text: string;
}

export function wordsOf(event: ICAL.Component, uid: string | undefined): EventWords {
  const summary = textOf(event, 'summary') ?? '';
  const description = textOf(event, 'description') ?? '';
  const attendees = event.getAllProperties('attendee').flatMap(personOf);
  if (uid?.startsWith('pretalx-')) {
    const { title, speakers } = splitSummary(summary);
    return { title, speakers: speakersOf(speakers), text: description };
  }
  const line = /^(?:speakers?|presenters?):[ \t]*([^\n]+)\n?/i.exec(description);
  const names = attendees.length > 0 ? attendees : splitNames(line?.[1] ?? '');
  return {
    title: summary,
    speakers: speakersOf(names),
    text: description.slice(line?.[0].length ?? 0),
  };
}

/** The name of an attendee who is a person and has one: calendars also invite rooms, and put addresses where names belong. */
function personOf(attendee: ICAL.Property): readonly string[] {
  const kind = (parameterOf(attendee, 'cutype') ?? 'individual').toUpperCase();
  const name = parameterOf(attendee, 'cn') ?? '';
  const named = name.trim() !== '' && !name.includes('@');
  return named && kind !== 'ROOM' && kind !== 'RESOURCE' ? [name] : [];
}

function speakersOf(names: readonly string[]): readonly Speaker[] {
  return names.map((name) => ({ name }));
}
