/** A static table of word vectors (data/meaning/README.md tells its format and where it is from). */
export interface WordVectors {
  readonly dimensions: number;
  /** Whether it is a word of its own, and not one that is put together. */
  knows(word: string): boolean;
  /** Adds the mean of the word's rows, so many times; nothing where it cannot be written with them. */
  add(word: string, times: number, into: Float32Array): void;
}

interface Header {
  readonly rows: number;
  readonly dim: number;
  readonly bits: 4;
  readonly vocabularyBytes: number;
}

const MAGIC = 'STATVEC1';
const HEADER_AT = MAGIC.length + 4;
const LONGEST_WORD = 64;
/** Words are asked for again and again. */
const MOST_KNOWN = 10_000;

/** Looks only into the table's bytes, and keeps little beside them. Throws where they are something else. */
export function readWordVectors(table: Uint8Array): WordVectors {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const { rows, dim, vocabularyBytes, start } = readHeader(table, view);
  const find = rowsByWord(table.subarray(start, start + vocabularyBytes), rows);
  const known = new Map<string, readonly number[]>();
  const rowsFor = (word: string) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = rowsOf(word, find);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, found);
    return found;
  };
  const scalesAt = start + vocabularyBytes;
  const valuesAt = scalesAt + 4 * rows;
  const bytesInRow = dim / 2;

  const addRow = (row: number, times: number, into: Float32Array) => {
    const by = times * view.getFloat32(scalesAt + 4 * row, true);
    const from = valuesAt + row * bytesInRow;
    // Two signed numbers of four bits in a byte.
    for (let at = 0, byte = from; at < dim; at += 2, byte += 1) {
      const pair = table[byte] ?? 0;
      into[at] = (into[at] ?? 0) + by * ((pair << 28) >> 28);
      into[at + 1] = (into[at + 1] ?? 0) + by * ((pair << 24) >> 28);
    }
  };
  return {
    dimensions: dim,
    knows: (word) => find(word) >= 0,
    add(word, times, into) {
      const found = rowsFor(word);
      for (const row of found) addRow(row, times / found.length, into);
    },
  };
}

function readHeader(table: Uint8Array, view: DataView): Header & { readonly start: number } {
  const magic = new TextDecoder().decode(table.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new Error(`A table of word vectors begins with ${MAGIC}`);
  const start = HEADER_AT + view.getUint32(MAGIC.length, true);
  const header: Header = JSON.parse(new TextDecoder().decode(table.subarray(HEADER_AT, start)));
  const { rows, dim, bits, vocabularyBytes } = header;
  const length = start + vocabularyBytes + 4 * rows + (rows * dim) / 2;
  if (bits !== 4 || table.length !== length)
    throw new Error(
      `A table of ${rows} vectors of ${dim} numbers of 4 bits has ${length} bytes, not ${table.length}`,
    );
  return { ...header, start };
}

/** A word's row, -1 for none. */
type FindRow = (word: string) => number;

const NEWLINE = 10;
const FIRST_HASH = 0x811c9dc5;

/** Open addressing over the bytes themselves: a map of so many strings would take three times the table. */
function rowsByWord(vocabulary: Uint8Array, rows: number): FindRow {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(rows * 2))).fill(-1);
  const starts = new Uint32Array(rows + 1);
  const mask = slots.length - 1;
  let row = 0;
  let hash = FIRST_HASH;
  for (let at = 0; at <= vocabulary.length; at += 1) {
    const byte = vocabulary[at] ?? NEWLINE;
    if (byte !== NEWLINE) {
      hash = mixed(hash, byte);
      continue;
    }
    let slot = hash & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = row;
    row += 1;
    starts[row] = at + 1;
    hash = FIRST_HASH;
  }
  const isAt = (word: string, start: number) => {
    for (let at = 0; at < word.length; at += 1)
      if (vocabulary[start + at] !== word.charCodeAt(at)) return false;
    return true;
  };
  return (word) => {
    let slot = FIRST_HASH;
    for (let at = 0; at < word.length; at += 1) slot = mixed(slot, word.charCodeAt(at));
    for (slot &= mask; ; slot = (slot + 1) & mask) {
      const candidate = slots[slot] ?? -1;
      if (candidate < 0) return -1;
      const start = starts[candidate] ?? 0;
      const length = (starts[candidate + 1] ?? 0) - start - 1;
      if (length === word.length && isAt(word, start)) return candidate;
    }
  };
}

/** FNV-1a. */
function mixed(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

function rowsOf(word: string, find: FindRow): readonly number[] {
  if (word.length > LONGEST_WORD) return [];
  const whole = find(word);
  return whole >= 0 ? [whole] : (partsOf(word, find) ?? piecesOf(word, find));
}

/** Two known words that make up this one, perhaps with letters between them as German has. */
function partsOf(word: string, find: FindRow): readonly number[] | undefined {
  if (word.length < 8 || !/^[a-z]+$/.test(word)) return undefined;
  for (let cut = 3; cut < word.length - 3; cut += 1) {
    const tail = find(word.slice(cut));
    if (tail < 0) continue;
    const head = word.slice(0, cut);
    for (const bare of [head, head.replace(/[sne]$/, ''), head.replace(/e[ns]$/, '')]) {
      const row = bare.length >= 3 ? find(bare) : -1;
      if (row >= 0) return [row, tail];
    }
  }
  return undefined;
}

/** The longest beginning that is known, then the longest that goes on from there; none if a rest is left. */
function piecesOf(word: string, find: FindRow): readonly number[] {
  const rows: number[] = [];
  for (let at = 0; at < word.length; ) {
    let end = word.length;
    let row = -1;
    for (; end > at; end -= 1) {
      row = find((at > 0 ? '##' : '') + word.slice(at, end));
      if (row >= 0) break;
    }
    if (row < 0) return [];
    rows.push(row);
    at = end;
  }
  return rows;
}
