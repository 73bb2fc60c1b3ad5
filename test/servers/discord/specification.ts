import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { sharedPath } from '../../support/shared.ts';
import { QUICKLY_COMPILED } from '../schemas.ts';
import { isObject, type Json, listOf, objectOf } from './json.ts';
import type { Complaint } from './rules/complaint.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Discord's published OpenAPI document, asked one schema at a time. */
export interface Specification {
  /** Whether the document has such a route; `template` in its own spelling. */
  knows(method: Method, template: string): boolean;
  request(method: Method, template: string, body: unknown): readonly Complaint[];
  answer(method: Method, template: string, status: number, body: unknown): readonly Complaint[];
}

let loaded: Specification | undefined;

/** The specification, or `undefined` where the development files are absent. Read once a process. */
export function loadSpecification(): Specification | undefined {
  const path = sharedPath('specs/discord/openapi.json');
  if (path === undefined) return undefined;
  if (loaded === undefined) {
    loaded = createSpecification(JSON.parse(readFileSync(path, 'utf8')));
    // Compiling the large schemas takes a tenth of a second each: not while a user waits for an answer.
    const [callback, messages] = [
      '/interactions/{interaction_id}/{interaction_token}/callback',
      '/channels/{channel_id}/messages',
    ] as const;
    loaded.request('POST', callback, {});
    loaded.answer('POST', messages, 200, {});
  }
  return loaded;
}

/** The specification that an OpenAPI document holds. */
export function createSpecification(document: unknown): Specification {
  const root = objectOf(document);
  const schemas = objectOf(objectOf(root['components'])['schemas']);
  const paths = objectOf(root['paths']);
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    allErrors: false,
    ...QUICKLY_COMPILED,
  });
  addFormats.default(ajv);
  ajv.addFormat('snowflake', /^\d{1,20}$/);
  ajv.addFormat('nonce', /^.{0,25}$/u);
  ajv.addSchema(objectOf(amended(discriminated(root, schemas))), 'discord');

  const compiled = new Map<string, ValidateFunction | undefined>();
  const check = (pointer: readonly string[], value: unknown): readonly Complaint[] => {
    const key = pointer.map(escapePointer).join('/');
    if (!compiled.has(key)) {
      const known = pointer.reduce<unknown>((node, step) => objectOf(node)[step], root);
      compiled.set(key, isObject(known) ? ajv.compile({ $ref: `discord#/${key}` }) : undefined);
    }
    const validate = compiled.get(key);
    if (validate === undefined || validate(value)) return [];
    return (validate.errors ?? []).filter((error) => error.keyword !== 'if').map(toComplaint);
  };

  const operation = (method: Method, template: string) => ['paths', template, method.toLowerCase()];
  const JSON_SCHEMA = ['content', 'application/json', 'schema'];
  return {
    knows: (method, template) => isObject(objectOf(paths[template])[method.toLowerCase()]),
    request: (method, template, body) =>
      check([...operation(method, template), 'requestBody', ...JSON_SCHEMA], body),
    answer: (method, template, status, body) => {
      if (status === 429) return check(named('ClientRatelimitedResponse'), body);
      if (status >= 500) return [];
      if (status >= 400) return check(named('ClientErrorResponse'), withoutDetails(body));
      return check(
        [...operation(method, template), 'responses', String(status), ...JSON_SCHEMA],
        body,
      );
    },
  };

  function named(response: string): readonly string[] {
    return ['components', 'responses', response, ...JSON_SCHEMA];
  }
}

/**
 * Permissions are documented, and sent by every library, as a decimal string;
 * the document has them as an integer here alone.
 */
function amended(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(amended);
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const isRequest = key === 'default_member_permissions' && 'maximum' in objectOf(value);
      const schema = { type: ['string', 'integer', 'null'], pattern: '^\\d+$' };
      return [key, isRequest ? schema : amended(value)];
    }),
  );
}

/** The document has numbers as the codes under `errors`, where Discord sends words (`BASE_TYPE_REQUIRED`). */
function withoutDetails(body: unknown): Json {
  const { errors: _details, ...rest } = objectOf(body);
  return rest;
}

/**
 * Unions whose branches are told apart by `type` become a choice by `type`: a
 * complaint then speaks of the component meant, not of every one that it is
 * not. (Ajv's own `discriminator` takes strings only.)
 */
function discriminated(node: unknown, schemas: Json): unknown {
  if (Array.isArray(node)) return node.map((each) => discriminated(each, schemas));
  if (!isObject(node)) return node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) copy[key] = discriminated(value, schemas);
  const branches = listOf(node['oneOf'] ?? node['anyOf']);
  const [first, second] = branches;
  if (branches.length === 2 && objectOf(first)['type'] === 'null') return orNull(copy, second);
  const tags = branches.map((branch) => tagsOf(branch, schemas));
  if (branches.length < 2 || tags.some((each) => each.length === 0)) return copy;
  delete copy['anyOf'];
  delete copy['oneOf'];
  return {
    ...copy,
    type: 'object',
    required: ['type'],
    properties: { type: { enum: tags.flat() } },
    allOf: branches.map((branch, index) => ({
      if: { properties: { type: { enum: tags[index] } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: branch,
    })),
  };
}

/** `oneOf: [null, X]` as "unless it is null, X": the complaint is then X's own. */
function orNull(node: Json, schema: unknown): Json {
  const { oneOf: _one, anyOf: _any, ...rest } = node;
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  return { ...rest, if: { not: { type: 'null' } }, then: schema };
}

/** The values of `type` that a branch is for; none when it is not told by its type. */
function tagsOf(branch: unknown, schemas: Json): readonly unknown[] {
  const reference = objectOf(branch)['$ref'];
  if (typeof reference !== 'string') return [];
  const schema = objectOf(schemas[reference.slice(reference.lastIndexOf('/') + 1)]);
  const tag = objectOf(objectOf(schema['properties'])['type']);
  return listOf(schema['required']).includes('type') ? listOf(tag['enum']) : [];
}

function escapePointer(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function toComplaint(error: ErrorObject): Complaint {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return { path, code: error.keyword.toUpperCase(), message: `${error.message ?? 'is invalid'}.` };
}
