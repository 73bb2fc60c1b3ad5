import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);

/** What c3voc's JSON Schema (draft-06) finds wrong with `document`; empty when valid. */
export function schemaErrors(schemaPath: string, document: unknown): readonly string[] {
  // The schema carries annotations of its own ($oneOf, deprecated), which strict mode refuses.
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  ajv.addFormat('color', /^#[0-9a-f]{3,8}$/i);
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json'));
  const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
