/** Leaves out what is absent, so that absent fields are absent and not `undefined`. */
export function present<T extends Readonly<Record<string, string | undefined>>>(
  fields: T,
): { [K in keyof T]?: string } {
  const found: { [K in keyof T]?: string } = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined && value !== '') found[key] = value;
  }
  return found;
}
