import { SaxesParser } from 'saxes';

/** What the XML says about one event, before anything is made of it. */
export interface EventFacts {
  readonly id: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly persons: readonly { readonly id: string; readonly name: string }[];
  readonly links: readonly { readonly url: string; readonly title: string }[];
  readonly attachments: readonly { readonly url: string; readonly title: string }[];
}

type Attributes = Readonly<Record<string, string>>;

interface Reading {
  readonly id: string;
  readonly texts: Map<string, string>;
  readonly persons: { readonly id: string; readonly name: string }[];
  readonly links: { readonly url: string; readonly title: string }[];
  readonly attachments: { readonly url: string; readonly title: string }[];
}

/** The events of a track in FOSDEM's older Pentabarf dialect, read without the project's own decoder. */
export function eventsOfTrack(xml: string, track: string): readonly EventFacts[] {
  const events: EventFacts[] = [];
  const parser = new SaxesParser();
  let reading: Reading | undefined;
  let attributes: Attributes = {};
  let text = '';

  parser.on('opentag', (tag) => {
    attributes = tag.attributes;
    text = '';
    if (tag.name === 'event') reading = startReading(attributes);
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', (tag) => {
    if (reading === undefined) return;
    if (tag.name === 'event') {
      if (reading.texts.get('track') === track) events.push(reading);
      reading = undefined;
    } else {
      addElement(reading, tag.name, attributes, text);
    }
  });
  parser.write(xml).close();
  return events;
}

function startReading({ id = '' }: Attributes): Reading {
  return { id, texts: new Map(), persons: [], links: [], attachments: [] };
}

function addElement(
  reading: Reading,
  name: string,
  { id = '', href = '' }: Attributes,
  text: string,
): void {
  if (name === 'person') reading.persons.push({ id, name: text });
  else if (name === 'link') reading.links.push({ url: href, title: text });
  else if (name === 'attachment') reading.attachments.push({ url: href, title: text });
  else reading.texts.set(name, text);
}
