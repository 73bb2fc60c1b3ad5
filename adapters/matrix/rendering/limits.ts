/**
 * An event has 65,536 bytes (Matrix, client-server API, "Size limits"), and an edit says everything
 * twice, beside what was said before. So a card's two texts and its actions together stay under this.
 */
export const CARD_BYTES = 26_000;
/** What has so many letters before it is laid out is too long, whatever becomes of it. */
export const FAR_TOO_MUCH = 2 * CARD_BYTES;
/** Of a card that has to be cut, an abstract: it is said twice, and there is something beside it. */
export const LONGEST_TEXT = 8_000;
/** Clients and servers cut longer addresses. */
export const LONGEST_URL = 2_000;
/** Of a card that has to be cut. */
export const LONGEST_TITLE = 500;
