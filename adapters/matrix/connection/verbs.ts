import type { z } from 'zod';
import { type Call, MatrixError, type MatrixHttp } from './http.ts';

export type Content = Readonly<Record<string, unknown>>;
export type Sending = Pick<Call, 'signal' | 'isOurs'>;

/** HTTP as the client-server API uses it: what is answered is decoded where it comes in. */
export interface Verbs {
  /** Paths are below `/_matrix/client`. */
  get<T>(shape: z.ZodType<T>, path: readonly string[], rest?: Asking): Promise<T>;
  post<T>(shape: z.ZodType<T>, path: readonly string[], rest?: Asking): Promise<T>;
  put<T>(shape: z.ZodType<T>, path: readonly string[], rest?: Asking): Promise<T>;
  /** Bytes, for the server's media. */
  upload<T>(shape: z.ZodType<T>, rest: Pick<Call, 'query' | 'type' | 'body'>): Promise<T>;
}

type Asking = Sending & Pick<Call, 'query' | 'body' | 'timeoutMs' | 'triesOfOthers'>;

export function createVerbs(http: MatrixHttp): Verbs {
  const verb =
    (method: Call['method']): Verbs['get'] =>
    async (shape, path, rest = {}) =>
      shape.parse(await http.call({ method, path: ['client', ...path], ...rest }));
  return {
    get: verb('GET'),
    post: verb('POST'),
    put: verb('PUT'),
    upload: async (shape, rest) =>
      shape.parse(await http.call({ method: 'POST', path: ['media', 'v3', 'upload'], ...rest })),
  };
}

export async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof MatrixError && error.errcode === 'M_NOT_FOUND') return undefined;
    throw error;
  }
}

/** What Hallway may not look at says nothing. */
export async function unlessForbidden<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof MatrixError && error.errcode === 'M_FORBIDDEN') return undefined;
    throw error;
  }
}
