import { expect, it } from 'vitest';
import { MAX_WRITTEN } from '../../src/schedule/bounds.ts';
import { packText, unpackText } from '../../src/schedule/written/packedText.ts';

const SENTENCE = '{"title":"Ünï \\n “cödé” 🎉"}\n';

it('a text is a third as long once it is packed, and the same again', async () => {
  const text = SENTENCE.repeat(100);
  const packed = await packText(text);

  expect(packed.length).toBeLessThan(text.length / 3);
  expect(packed).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(String(await unpackText(packed))).toBe(text);
});

it('a text that nobody packed is read as it is', async () => {
  expect(String(await unpackText(SENTENCE))).toBe(SENTENCE);
});

it('a text of letters that take several bytes each is as long as it has letters', async () => {
  const text = '語'.repeat(MAX_WRITTEN / 3 + 1);

  expect(String(await unpackText(await packText(text))) === text).toBe(true);
});

it('a text that is far too long is not even begun to be read', async () => {
  const packed = await packText('語'.repeat(MAX_WRITTEN + 1));

  await expect(unpackText(packed)).rejects.toThrow('Cannot create a Buffer larger than');
});
