/** A series as Prometheus is told it. */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** All series of a page in Prometheus' text format, in its order. */
export function seriesOf(page: string): readonly Series[] {
  return page.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (name === undefined) return [];
    const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', of = '']) => [
      key,
      of,
    ]);
    return [{ name, labels: Object.fromEntries(pairs), value: Number(value) }];
  });
}

/** Those of one name that are not zero: by the values of their labels, in alphabetical order of these. */
export function valuesOf(page: string, name: string): Readonly<Record<string, number>> {
  const found = seriesOf(page).filter((one) => one.name === name && one.value !== 0);
  return Object.fromEntries(
    found
      .map(({ labels, value }) => [Object.values(labels).join(' '), value] as const)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  );
}
