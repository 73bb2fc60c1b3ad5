import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { DayPicture } from '../../src/agenda/picture/dayPicture.ts';
import { svgOf } from './drawing.ts';

/**
 * Draws in a thread of its own: first comes the compiled program, then a day, and its picture goes back, one
 * after the other.
 */

/**
 * The bold before the regular ones: in a line of several scripts, the drawing takes letters of the others
 * from the first font that has them, and such lines are titles.
 */
const FONTS: Readonly<Record<string, readonly string[]>> = {
  'Noto Sans': [
    '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
    '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  ],
  'Noto Sans Arabic': [
    '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
    '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  ],
  'Noto Sans Hebrew': [
    '@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf',
    '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  ],
};

/** WebAssembly, compiled. */
type Program = Parameters<typeof initWasm>[0];

const files = new Map<string, Promise<Uint8Array>>();
function read(file: string): Promise<Uint8Array> {
  const known = files.get(file) ?? readFile(fileURLToPath(import.meta.resolve(file)));
  files.set(file, known);
  return known;
}

/** So that it comes quickly where many share one network (issue 20). */
const MOST_BYTES = 200_000;
/** A day that is so full is drawn smaller; whoever looks closely has the list. */
const SMALLER = [0.75, 0.5, 0.35];

parentPort?.once('message', (program: Program) => {
  const ready = initWasm(program);
  parentPort?.on('message', async (day: DayPicture) => {
    const svg = svgOf(day);
    const [fontBuffers] = await Promise.all([fontsFor(svg), ready]);
    parentPort?.postMessage(pngWithin(svg, fontBuffers));
  });
});

/** Those that it names: what is never drawn is never read. */
async function fontsFor(svg: string): Promise<Uint8Array[]> {
  const named = Object.entries(FONTS).filter(([family]) => svg.includes(`"${family}"`));
  return Promise.all(named.flatMap(([, files]) => files).map(read));
}

function pngWithin(svg: string, fontBuffers: Uint8Array[]): Uint8Array {
  let png = pngOf(svg, fontBuffers, 1);
  for (const zoom of SMALLER) {
    if (png.byteLength <= MOST_BYTES) break;
    png = pngOf(svg, fontBuffers, zoom);
  }
  return png;
}

function pngOf(svg: string, fontBuffers: Uint8Array[], zoom: number): Uint8Array {
  const font = { fontBuffers, defaultFontFamily: 'Noto Sans' };
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}
