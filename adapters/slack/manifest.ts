import { describe, messagesFor } from '../../src/messages/messages.ts';
import type { CommandSpec } from '../../src/platform/commandSpec.ts';
import { SCOPES } from './connection/scopes.ts';
import { UMBRELLA } from './requests/commands.ts';
import { FIND, REMIND } from './requests/onShortcut.ts';

export interface ManifestOptions {
  readonly prefix: string;
  /** Pages on these domains are those of talks. */
  readonly unfurlDomains: readonly string[];
  /** Where Slack reaches Hallway over HTTP; without one, Hallway dials Slack (Socket Mode). */
  readonly address?: string;
}

const words = messagesFor('en');

/** What Slack is told of the app. */
export function createManifest(
  commands: readonly CommandSpec[],
  { prefix, unfurlDomains, address }: ManifestOptions,
) {
  const at = (path: string) => (address === undefined ? undefined : new URL(path, address).href);
  const requests = at('/slack/events');
  const installs = at('/slack/oauth_redirect');
  const url = requests && { url: requests };
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Hallway',
      description: words.cli.description,
      background_color: '#1d3557',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Hallway', always_online: true },
      shortcuts: [
        shortcut(words.names.remindMe, 'message', REMIND),
        shortcut(words.home.findTitle, 'global', FIND),
      ],
      slash_commands: [
        ...commands.map((spec) => slashCommand(spec, prefix)),
        command(UMBRELLA, describe(words, 'help'), '[command]'),
      ].map((each) => ({ ...each, ...url })),
      ...(unfurlDomains.length === 0 ? {} : { unfurl_domains: [...unfurlDomains] }),
    },
    oauth_config: {
      ...(installs && { redirect_urls: [installs] }),
      scopes: { bot: [...SCOPES] },
    },
    settings: {
      event_subscriptions: {
        ...(requests && { request_url: requests }),
        bot_events: [
          'app_home_opened',
          'app_mention',
          'app_uninstalled',
          'link_shared',
          'member_joined_channel',
          'message.im',
          'tokens_revoked',
        ],
      },
      interactivity: {
        is_enabled: true,
        ...(requests && { request_url: requests, message_menu_options_url: requests }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: address === undefined,
      token_rotation_enabled: false,
    },
  };
}

function shortcut(name: string, type: 'message' | 'global', callback_id: string) {
  return { name, type, callback_id, description: `${name} …` };
}

function slashCommand(spec: CommandSpec, prefix: string) {
  const usage =
    spec.subcommands.length > 0
      ? `[${spec.subcommands.map(({ name }) => name).join(' | ')}]`
      : spec.options.map(({ name }) => `[${name}]`).join(' ');
  return command(`${prefix}${spec.name}`, describe(words, spec.name), usage);
}

/** Channels and groups come as their ids only where they are escaped. */
function command(name: string, description: string, usage_hint: string) {
  const hint = usage_hint === '' ? {} : { usage_hint };
  return { command: `/${name}`, description, ...hint, should_escape: true };
}
