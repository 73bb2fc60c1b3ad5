/** One thing wrong with a request, as Discord words it in `errors` of a 50035. */
export interface Complaint {
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
}

export type Path = readonly (string | number)[];

export function complaint(path: Path, code: string, message: string): Complaint {
  return { path: path.map(String), code, message };
}

/** None or one complaint: reads as a condition that must hold. */
export function must(
  holds: boolean,
  path: Path,
  code: string,
  message: string,
): readonly Complaint[] {
  return holds ? [] : [complaint(path, code, message)];
}

export function within(
  count: number,
  [min, max]: readonly [number, number],
  path: Path,
): readonly Complaint[] {
  return must(
    count >= min && count <= max,
    path,
    'BASE_TYPE_BAD_LENGTH',
    `Must be between ${min} and ${max} in length, is ${count}.`,
  );
}
