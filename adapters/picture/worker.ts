import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { DayPicture } from '../../src/agenda/picture/dayPicture.ts';
import { svgOf } from './drawing.ts';

/** Draws in a thread of its own: a day comes, and its picture goes back, one after the other. */

const FONTS = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  '@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf',
];

const read = (file: string) => readFile(fileURLToPath(import.meta.resolve(file)));
const [fontBuffers] = await Promise.all([
  Promise.all(FONTS.map(read)),
  read('@resvg/resvg-wasm/index_bg.wasm').then(initWasm),
]);

/** So that it comes quickly where many share one network (issue 20). */
const MOST_BYTES = 200_000;
/** A day that is so full is drawn smaller; whoever looks closely has the list. */
const SMALLER = [0.75, 0.5, 0.35];

parentPort?.on('message', (day: DayPicture) => {
  const svg = svgOf(day);
  let png = pngOf(svg, 1);
  for (const zoom of SMALLER) {
    if (png.byteLength <= MOST_BYTES) break;
    png = pngOf(svg, zoom);
  }
  parentPort?.postMessage(png);
});

function pngOf(svg: string, zoom: number): Uint8Array {
  const font = { fontBuffers, defaultFontFamily: 'Noto Sans' };
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}
