import { html } from 'hono/html';
import { plain } from '../../../src/platform/text.ts';
import type { PageFrame } from './frame.ts';
import { type Html, layout } from './layout.ts';
import { footer, navigation } from './navigation.ts';

/** The addresses that calendars can follow: all of it, each room, each track. */
export function calendarsPage(frame: PageFrame): Html {
  const { base, messages, programme } = frame;
  const { rooms, title, tracks } = programme.conference;
  const words = messages.web.page;
  const places = [
    ...rooms.map(({ name, slug }) => ({ name, path: `room/${slug}.ics` })),
    ...tracks.map(({ name, slug }) => ({ name, path: `track/${slug}.ics` })),
  ];
  const content = html`<ul>
<li><a href="${base}/calendar.ics">${plain(title)}</a></li>
${places.map(
  ({ name, path }) => html`<li><a href="${base}/${path}">${words.calendarOf(plain(name))}</a></li>
`,
)}</ul>`;
  return layout(
    {
      title: words.calendars,
      of: title,
      navigation: navigation(frame),
      content,
      footer: footer(frame),
    },
    messages,
  );
}
