import { parseArgs } from 'node:util';
import { createManifest } from '../../adapters/slack/manifest.ts';
import { EXIT } from '../cli/surroundings.ts';
import { commandSpecs } from '../commands/list.ts';
import { ConfigError } from '../errors.ts';
import { around } from './surroundings.ts';

const { config } = around.messages;

/**
 * Prints Slack's manifest for one installation:
 * `npm run --silent manifest -- [--url ADDRESS] [--prefix fosdem-] [--domain fosdem.org]…`.
 */
function manifestFor(args: readonly string[]): string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      /** Where Slack reaches Hallway over HTTP. */
      url: { type: 'string' },
      prefix: { type: 'string', default: '' },
      domain: { type: 'string', multiple: true, default: [] },
    },
  });
  const { url, prefix, domain } = values;
  const findings = [
    ...(url === undefined || /^https?:\/\/[^/]/.test(url)
      ? []
      : [config.notAnAddress('--url', url)]),
    ...(/^[a-z0-9_-]{0,20}$/.test(prefix) ? [] : [config.notAPrefix('--prefix', prefix)]),
  ];
  if (findings.length > 0) throw new ConfigError(findings);
  const options = { prefix, unfurlDomains: domain, ...(url === undefined ? {} : { address: url }) };
  return JSON.stringify(createManifest(commandSpecs, options), null, 2);
}

try {
  around.write(`${manifestFor(process.argv.slice(2))}\n`);
} catch (error) {
  const findings = error instanceof ConfigError ? error.findings : [String(error)];
  for (const finding of findings) around.complain(finding);
  process.exitCode = EXIT.misused;
}
