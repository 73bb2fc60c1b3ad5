import { html } from 'hono/html';
import { localName } from '../../../src/cards/wording/localName.ts';
import { clockWords } from '../../../src/cards/wording/time.ts';
import { type Instant, MINUTE_MS } from '../../../src/clock.ts';
import { plain } from '../../../src/platform/text.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';
import { type PageFrame, talkPath } from './frame.ts';
import { type Html, layout } from './layout.ts';
import { dayLinks, footer, navigation } from './navigation.ts';
import { dayMeant } from './programme.ts';
import { marksOf } from './talks.ts';

/** What has no length is seen nevertheless. */
const SHORTEST_MS = 5 * MINUTE_MS;

/** Talks of one room that run at the same time, from the first to the last of them. */
interface Cluster {
  readonly start: Instant;
  readonly end: Instant;
  readonly talks: readonly Talk[];
}

/** The programme of one day as rooms beside each other and hours below each other. */
export function gridPage(frame: PageFrame, selector: string | undefined): Html {
  const { base, messages, now, programme } = frame;
  const words = messages.web.page;
  const day = dayMeant(programme.conference, selector, now);
  const talks = day === undefined ? [] : programme.timetable.talksOfDay(day);
  const content = html`${day === undefined ? '' : dayLinks(frame, `${base}/grid`, day)}
${talks.length === 0 ? html`<p>${words.nothing}</p>` : grid(talks, frame)}`;
  return layout(
    {
      title: words.grid,
      of: programme.conference.title,
      navigation: navigation(frame),
      content,
      footer: footer(frame),
    },
    messages,
  );
}

function grid(talks: readonly Talk[], frame: PageFrame): Html {
  const { base, messages, programme } = frame;
  const { rooms, timeZone } = programme.conference;
  const byRoom = Map.groupBy(talks, ({ room }) => room);
  const columns = rooms.filter(({ name }) => byRoom.has(name));
  const columnTalks = [
    ...columns.map(({ name }) => clustersOf(byRoom.get(name) ?? [])),
    ...(byRoom.has(undefined) ? [clustersOf(byRoom.get(undefined) ?? [])] : []),
  ];
  const all = columnTalks.flat();
  const bounds = [...new Set(all.flatMap(({ start, end }) => [start, end]))].toSorted(
    (a, b) => a - b,
  );
  const rowOf = new Map(bounds.map((at, index) => [at, index]));
  const headings = columns.map(
    (room) =>
      html`<th scope="col"><a href="${base}/room/${room.slug}">${plain(localName(room.name, frame))}</a></th>`,
  );
  const rows = bounds.slice(0, -1).map((at, row) => {
    const cells = columnTalks.map((clusters) => cellAt(at, row, clusters, rowOf, frame));
    return html`<tr><th scope="row">${clockWords(at, timeZone, messages)}</th>${cells}</tr>
`;
  });
  return html`<div class="wide" role="region" tabindex="0" aria-label="${messages.web.page.grid}"><table>
<thead><tr><th scope="col">${messages.web.page.time}</th>${headings}${byRoom.has(undefined) ? html`<th scope="col">${messages.talk.noRoom}</th>` : ''}</tr></thead>
<tbody>
${rows}</tbody></table></div>`;
}

function cellAt(
  at: Instant,
  row: number,
  clusters: readonly Cluster[],
  rowOf: ReadonlyMap<Instant, number>,
  frame: PageFrame,
): Html | string {
  const cluster = clusters.find(({ start, end }) => start <= at && at < end);
  if (cluster === undefined) return html`<td></td>`;
  if (cluster.start !== at) return '';
  const span = (rowOf.get(cluster.end) ?? row + 1) - row;
  return html`<td class="taken" rowspan="${span}">${cluster.talks.map((talk) => talkCell(talk, frame))}</td>`;
}

function talkCell(talk: Talk, frame: PageFrame): Html {
  const title = html`<a href="${talkPath(frame, talk)}">${plain(talk.title)}</a>`;
  const marks = marksOf(talk, frame);
  return html`<div>${talk.status === 'canceled' ? html`<s>${title}</s>` : title}${marks.length === 0 ? '' : html` <strong>${plain(marks.join(' · '))}</strong>`}</div>`;
}

function clustersOf(talks: readonly Talk[]): readonly Cluster[] {
  const clusters: Cluster[] = [];
  for (const talk of talks) {
    const end = Math.max(talk.end, talk.start + SHORTEST_MS);
    const last = clusters.at(-1);
    if (last === undefined || talk.start >= last.end) {
      clusters.push({ start: talk.start, end, talks: [talk] });
    } else {
      const joined = { ...last, end: Math.max(last.end, end), talks: [...last.talks, talk] };
      clusters[clusters.length - 1] = joined;
    }
  }
  return clusters;
}
