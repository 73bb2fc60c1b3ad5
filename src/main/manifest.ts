import { createManifest } from '../../adapters/slack/manifest.ts';
import type { ManifestOptions } from '../cli/cli.ts';
import { EXIT, type Surroundings } from '../cli/surroundings.ts';
import { commandSpecs } from '../commands/commands.ts';

/** Prints Slack's manifest for one installation. */
export function printManifest(
  { url: address, prefix, domain }: ManifestOptions,
  { write }: Pick<Surroundings, 'write'>,
): number {
  const options = { prefix, unfurlDomains: domain, ...(address === undefined ? {} : { address }) };
  write(`${JSON.stringify(createManifest(commandSpecs, options), null, 2)}\n`);
  return EXIT.done;
}
