import { z } from 'zod';

/**
 * What Slack takes as an app's manifest (docs.slack.dev/reference/app-manifest), as far as ours goes:
 * a field that stands here no longer than there, and nothing that it does not know.
 */
const text = (longest: number) => z.string().min(1).max(longest);
const address = z.url({ protocol: /^https?$/ }).max(3_000);
const names = z.array(text(50));

const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    background_color: z.string().regex(/^#[0-9a-f]{3,6}$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['message', 'global']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .min(1)
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32).regex(/^\/[^\s/]+$/),
          description: text(2_000),
          usage_hint: text(1_000).optional(),
          should_escape: z.boolean(),
          url: address.optional(),
        }),
      )
      .min(1)
      .max(50),
    unfurl_domains: z.array(z.hostname().max(255)).min(1).max(5).optional(),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(address).max(1_000).optional(),
    scopes: z.strictObject({ bot: names.max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: address.optional(),
      bot_events: names.max(100),
    }),
    interactivity: z.strictObject({
      is_enabled: z.boolean(),
      request_url: address.optional(),
      message_menu_options_url: address.optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

/** What Slack would have against a manifest. */
export function checkManifest(manifest: unknown): readonly string[] {
  const { error } = Manifest.safeParse(manifest);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}
