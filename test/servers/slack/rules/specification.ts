import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { sharedPath } from '../../../support/shared.ts';
import { isObject, objectOf } from '../json.ts';
import { compareShapes } from './shapes.ts';

export type Definition = 'MessageBlocks' | 'ModalView' | 'HomeView' | 'Option';
export type SampleFolder = 'api-samples' | 'event-samples' | 'interaction-samples';

/** Slack's published shapes: a schema for what apps send, samples for what Slack says. */
export interface Specification {
  check(definition: Definition, value: unknown): readonly string[];
  /** Complaints where a present key has another type than in the sample, or (if `closed`) is not in it. */
  compare(folder: SampleFolder, sample: string, value: unknown, closed: boolean): readonly string[];
}

let loaded: Specification | undefined;

/** The specification, or `undefined` where the development files are absent. Read once a process. */
export function loadSpecification(): Specification | undefined {
  const folder = sharedPath('specs/slack');
  if (folder === undefined) return undefined;
  loaded ??= createSpecification(
    readJson(join(folder, 'slack-blockkit.generated.schema.json')),
    (kind, name) => readJson(join(folder, kind, `${name}.json`)),
  );
  return loaded;
}

/** The specification made of a schema of blocks and of samples, `undefined` where there is none. */
export function createSpecification(
  schema: unknown,
  sampleOf: (folder: SampleFolder, name: string) => unknown,
): Specification {
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: false, logger: false });
  ajv.addSchema(objectOf(schema), 'slack-blocks');
  const validators = new Map<Definition, ValidateFunction>();
  const samples = new Map<string, unknown>();
  return {
    check(definition, value) {
      const known = validators.get(definition);
      const validate = known ?? ajv.compile({ $ref: `slack-blocks#/definitions/${definition}` });
      validators.set(definition, validate);
      return validate(value) ? [] : (validate.errors ?? []).filter(isTelling).map(toComplaint);
    },
    compare(kind, name, value, closed) {
      const key = `${kind}/${name}`;
      if (!samples.has(key)) samples.set(key, sampleOf(kind, name));
      const sample = samples.get(key);
      return isObject(sample) ? compareShapes(sample, value, closed) : [];
    },
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function isTelling({ keyword }: ErrorObject): boolean {
  return keyword !== 'if' && keyword !== 'allOf';
}

function toComplaint({ instancePath, message }: ErrorObject): string {
  return `${instancePath || '/'} ${message ?? 'is invalid'}`;
}
