import { readConfig } from '../../src/config/config.ts';
import { ConfigError } from '../../src/config/error.ts';

/** What is wrong with an environment, in sentences. */
export function findings(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.message.split('\n') : [String(error)];
  }
}
