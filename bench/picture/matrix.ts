import { actionsIn } from '../../adapters/matrix/rendering/card.ts';
import { offeredFor } from '../../adapters/matrix/rendering/reactions.ts';

/** Letters in the place of pictures, which few fonts have. */
const GLYPHS: Readonly<Record<string, string>> = { '⭐': '★', '📅': '▦', '🔔': '♪' };

/** An `m.room.message` as clients show it: its HTML, and the reactions that Hallway sets first. */
export function drawEvent(content: Readonly<Record<string, unknown>>): string {
  const keys = offeredFor(actionsIn(content));
  const pills = keys.map((key) => `<span class="reaction">${GLYPHS[key] ?? key} 1</span>`).join('');
  return `<div class="event">${content['formatted_body']}</div><div class="reactions">${pills}</div>`;
}
