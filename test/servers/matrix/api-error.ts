import type { Json } from './json.ts';

/** What a homeserver answers when it does not do what it was asked. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: Json;

  constructor(status: number, errcode: string, error: string, more: Json = {}) {
    super(error);
    this.status = status;
    this.body = { errcode, error, ...more };
  }
}

export function forbidden(error: string): ApiError {
  return new ApiError(403, 'M_FORBIDDEN', error);
}

export function missing(error: string): ApiError {
  return new ApiError(404, 'M_NOT_FOUND', error);
}
