import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { retry } from '../../../src/clock/retry.ts';
import { seldom } from '../../../src/clock/seldom.ts';
import { systemClock } from '../../../src/clock.ts';
import { ConfigError } from '../../../src/config/error.ts';
import { RECONNECTING } from '../../../src/platform/platform.ts';
import { type ApiParts, answeringOptions } from './clients.ts';
import type { Access, Installations } from './installations.ts';

/** The one workspace that a bot token belongs to. */
export function singleInstallation(botToken: string, parts: ApiParts): Installations {
  const known = Promise.withResolvers<{ readonly team: string; readonly access: Access }>();
  return {
    async accessTo(team) {
      const { team: own, access } = await known.promise;
      return team === own ? access : undefined;
    },
    teams: async () => [],
    async open(signal) {
      const trouble = seldom(systemClock);
      const client = new WebClient(botToken, answeringOptions(parts));
      const own = await retry(() => client.auth.test(), {
        ...RECONNECTING,
        clock: systemClock,
        signal,
        onFailure: (error) => {
          if (error instanceof WebAPIPlatformError) throw refused(error);
          trouble.once(() => parts.log.warn({ err: error }, 'Slack cannot be reached yet'));
        },
      });
      if (own === undefined) return;
      const { team_id: team = '', bot_id: botId = '', user_id: botUserId = '' } = own;
      known.resolve({ team, access: { botToken, botId, botUserId } });
    },
  };
}

function refused(error: WebAPIPlatformError): ConfigError {
  const reason = error.data.error;
  return new ConfigError([
    TOKEN_WORDS.includes(reason)
      ? (words) => words.tokenRefused('SLACK_BOT_TOKEN')
      : (words) => words.connectionRefused('Slack', reason),
  ]);
}

const TOKEN_WORDS: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
];
