import { type ConfigMessages, config } from '../messages/en/config.ts';

/** What is wrong with one setting: a sentence in whatever language it is asked for. */
export type Finding = (words: ConfigMessages) => string;

/** Configuration that cannot work; carries every finding at once. Its own message is for logs. */
export class ConfigError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map((finding) => finding(config)).join('\n'));
    this.name = 'ConfigError';
    this.findings = findings;
  }
}
