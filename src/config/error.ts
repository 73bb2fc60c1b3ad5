import { type ConfigMessages, config } from '../messages/en/config.ts';

/** What is wrong with one setting: a sentence in whatever language it is asked for. */
export type Finding = (words: ConfigMessages) => string;

/** Configuration that cannot work; carries every finding at once. Its own message is for logs. */
export class ConfigError extends Error {
  readonly findings: readonly Finding[];
  /** As of a server that is not up yet: started again, it may work. */
  readonly mayPass: boolean;

  constructor(findings: readonly Finding[], { mayPass = false } = {}) {
    super(findings.map((finding) => finding(config)).join('\n'));
    this.name = 'ConfigError';
    this.findings = findings;
    this.mayPass = mayPass;
  }
}
