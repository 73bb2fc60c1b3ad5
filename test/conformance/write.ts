import { readFile, writeFile } from 'node:fs/promises';
import { PLATFORMS, tableOf } from './table.ts';

/** `npm run platforms`: writes the table of what works where. */
const page = new URL('../../docs/platforms.md', import.meta.url);
const BEGIN = '<!-- what works where: npm run platforms -->';
const END = '<!-- end -->';
const [before = '', rest = ''] = (await readFile(page, 'utf8')).split(BEGIN);
const after = rest.split(END)[1] ?? '';
await writeFile(page, `${before}${BEGIN}\n${tableOf(PLATFORMS)}\n${END}${after}`);
