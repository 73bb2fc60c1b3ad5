/**
 * An event has 65,536 bytes (Matrix, client-server API, "Size limits"), and an edit says everything
 * twice, beside what was said before. So a card's two texts and its actions together stay under this.
 */
export const CARD_BYTES = 26_000;
/** Clients and servers cut longer addresses. */
export const LONGEST_URL = 2_000;
/** Of a card that has to be cut. */
export const LONGEST_TITLE = 500;
