import fc from 'fast-check';

/** Any character in its place, and now and then any other, escaped. */
const letter = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(..."abcxyzABCXYZ0189-._~!$&'()*+,;=:@") },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 0x10ffff })
      .map((point) => encodeURIComponent(String.fromCodePoint(point).toWellFormed())),
  },
);
const path = fc.array(fc.string({ unit: letter }).map((segment) => `/${segment}`));
const query = fc.string({ unit: fc.oneof(letter, fc.constantFrom('/', '?')) });

/**
 * An address of the web. Ours rather than fast-check's own, which learns all of Unicode by heart before
 * it makes the first: seconds in each worker.
 */
export function anyUrl(
  schemes: readonly string[] = ['http', 'https'],
  more: { readonly withQuery?: boolean } = {},
): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...schemes),
      fc.webAuthority(),
      path,
      more.withQuery ? fc.option(query, { nil: undefined }) : fc.constant(undefined),
    )
    .map(([scheme, authority, segments, asked]) => {
      const end = asked === undefined ? '' : `?${asked}`;
      return `${scheme}://${authority}${segments.join('')}${end}`;
    });
}
