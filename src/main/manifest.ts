import { parseArgs } from 'node:util';
import { createManifest } from '../../adapters/slack/manifest.ts';
import { EXIT } from '../cli/surroundings.ts';
import { commandSpecs } from '../commands/list.ts';
import { ConfigError, type Finding } from '../config/error.ts';
import { around } from './surroundings.ts';

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
  const findings: Finding[] = [];
  if (url !== undefined && !/^https?:\/\/[^/]/.test(url)) {
    findings.push((words) => words.notAnAddress('--url', url));
  }
  if (!/^[a-z0-9_-]{0,20}$/.test(prefix)) {
    findings.push((words) => words.notAPrefix('--prefix', prefix));
  }
  if (findings.length > 0) throw new ConfigError(findings);
  const options = { prefix, unfurlDomains: domain, ...(url === undefined ? {} : { address: url }) };
  return JSON.stringify(createManifest(commandSpecs, options), null, 2);
}

try {
  around.write(`${manifestFor(process.argv.slice(2))}\n`);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  for (const finding of error.findings) around.complain(finding(around.messages.config));
  process.exitCode = EXIT.misused;
}
