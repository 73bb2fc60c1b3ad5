import type { Json } from './json.ts';

/** What the Web API answers `ok: false` with. */
export class ApiError extends Error {
  readonly code: string;
  /** Beside `ok` and `error`. */
  readonly details: Json;

  constructor(code: string, details: Json = {}) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }
}
