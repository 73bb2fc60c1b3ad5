import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { sharedPath } from '../../../support/shared.ts';
import { QUICKLY_COMPILED } from '../../schemas.ts';
import { isObject, type Json, objectOf, textOf } from '../json.ts';

export interface Operation {
  readonly method: string;
  /** Below `/_matrix`. */
  readonly path: string;
}

/** Matrix's published shapes: OpenAPI documents for the client-server API, a schema for each event. */
export interface Specification {
  request(
    operation: Operation,
    call: { readonly body: Json; readonly parts: Readonly<Record<string, string>> },
  ): readonly string[];
  answer(operation: Operation, status: number, body: unknown): readonly string[];
}

let loaded: Specification | undefined;

/** The specification, or `undefined` where the development files are absent. Read once a process. */
export function loadSpecification(): Specification | undefined {
  const folder = sharedPath('specs/matrix/data');
  if (folder === undefined) return undefined;
  loaded ??= createSpecification(
    globSync('{api,event-schemas/schema}/**/*.yaml', { cwd: folder }).map((path) => ({
      path,
      document: objectOf(parse(readFileSync(join(folder, path), 'utf8'))),
    })),
  );
  return loaded;
}

interface Document {
  readonly path: string;
  readonly document: Json;
}

const ROOT = 'matrix:///';

/** The specification that these documents make, their paths as they refer to each other. */
export function createSpecification(documents: readonly Document[]): Specification {
  const ajv = new Ajv2020({
    ...{ strict: false, validateSchema: false, validateFormats: false },
    ...{ allErrors: true, logger: false, ...QUICKLY_COMPILED },
  });
  const operations = new Map<string, Known>();
  const events = new Set<string>();
  for (const { path, document } of documents) {
    ajv.addSchema({ ...withoutExamples(document), $id: ROOT + path });
    for (const [key, { pointer, operation }] of operationsIn(document)) {
      operations.set(key, { pointer: ROOT + path + pointer, operation });
    }
    events.add(path);
  }
  const compiled = new Map<string, ValidateFunction>();
  const check = (reference: string, value: unknown): readonly string[] => {
    const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference });
    compiled.set(reference, validate);
    return validate(value) ? [] : (validate.errors ?? []).map(toComplaint);
  };
  /** Nothing is complained about where the document has no shape. */
  const checkAt = ({ pointer, operation }: Known, steps: readonly string[], value: unknown) => {
    const shape = [...steps, ...JSON_SCHEMA].reduce<unknown>(
      (node, step) => objectOf(node)[step],
      operation,
    );
    const path = [...steps, ...JSON_SCHEMA].map(escaped).join('/');
    return isObject(shape) ? check(`${pointer}/${path}`, value) : [];
  };
  const at = ({ method, path }: Operation) => operations.get(`${method} ${path}`);
  const contentOf = (type: string, content: Json) => {
    const path = `event-schemas/schema/${fileOf(type, content)}`;
    if (!events.has(path)) return [];
    return check(`${ROOT}${path}#/properties/content`, content);
  };
  return {
    request: (operation, { body, parts }) => {
      const known = at(operation);
      if (known === undefined) return [`${operation.path} is no endpoint of Matrix`];
      const type = parts['eventType'];
      const said = type === undefined ? [] : contentOf(type, body);
      return [...said, ...checkAt(known, ['requestBody'], body)];
    },
    answer: (operation, status, body) => {
      const known = at(operation);
      if (known === undefined) return [`${operation.path} is no endpoint of Matrix`];
      if (status >= 400) return check(`${ROOT}${errorOf(status)}`, body);
      return [
        ...checkAt(known, ['responses', '200'], body),
        ...eventsIn(body).flatMap(({ type, content }) =>
          contentOf(textOf(type), objectOf(content)),
        ),
      ];
    },
  };
}

interface Known {
  readonly pointer: string;
  readonly operation: Json;
}

const JSON_SCHEMA = ['content', 'application/json', 'schema'];
const ERRORS = 'api/client-server/definitions/errors/';

function errorOf(status: number): string {
  return `${ERRORS}${status === 429 ? 'rate_limited' : 'error'}.yaml`;
}

function operationsIn(document: Json): readonly (readonly [string, Known])[] {
  const [server] = Array.isArray(document['servers']) ? document['servers'] : [];
  const base = textOf(objectOf(objectOf(objectOf(server)['variables'])['basePath'])['default']);
  return Object.entries(objectOf(document['paths'])).flatMap(([path, methods]) =>
    Object.entries(objectOf(methods)).map(([method, operation]) => {
      const full = `${base}${path}`.replace(/^\/_matrix\//, '');
      const pointer = `#/paths/${escaped(path)}/${method}`;
      return [
        `${method.toUpperCase()} ${full}`,
        { pointer, operation: objectOf(operation) },
      ] as const;
    }),
  );
}

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** They are data, yet may look as if they referred to a schema. */
function withoutExamples(node: Json): Json {
  const entries = Object.entries(node).filter(([key]) => key !== 'example' && key !== 'examples');
  return Object.fromEntries(entries.map(([key, value]) => [key, within(value)]));
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(within);
  return isObject(value) ? withoutExamples(value) : value;
}

/** Messages have a schema for each of their kinds. */
function fileOf(type: string, { msgtype }: Json): string {
  return type === 'm.room.message' && typeof msgtype === 'string'
    ? `m.room.message$${msgtype}.yaml`
    : `${type}.yaml`;
}

/** Everywhere in an answer; what was taken back has nothing left to be checked. */
function eventsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(eventsIn);
  if (!isObject(value)) return [];
  if (typeof value['type'] === 'string' && isObject(value['content'])) {
    return 'redacted_because' in objectOf(value['unsigned']) ? [] : [value];
  }
  return Object.values(value).flatMap(eventsIn);
}

function toComplaint({ instancePath, message }: ErrorObject): string {
  return `${instancePath || '/'} ${message ?? 'is invalid'}`;
}
