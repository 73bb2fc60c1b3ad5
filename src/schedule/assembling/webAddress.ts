/** An address that a browser opens, made whole with `base`; undefined for all others. */
export function webAddress(url: string | undefined, base: string | undefined): string | undefined {
  const address = url?.trim() ?? '';
  const parsed = URL.parse(/^www\./i.test(address) ? `https://${address}` : address, base);
  const usable = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  if (!usable || address === '') return undefined;
  return parsed.href === `${address}/` ? address : parsed.href;
}
