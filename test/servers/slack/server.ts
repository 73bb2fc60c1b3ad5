import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, toAnswer } from './answer.ts';
import type {
  Context,
  Credentials,
  RecordedCall,
  Settings,
  Unacknowledged,
  Violation,
} from './context.ts';
import { createDelivery, type EventOutcome } from './delivery.ts';
import {
  type ChannelDescription,
  DEFAULT_SCOPES,
  DEFAULT_WORKSPACES,
  type SlackOptions,
  type UserDescription,
} from './description.ts';
import { emit, joinChannel, revokeTokens, uninstall } from './events.ts';
import { createFailures, type Failure, type When } from './failures.ts';
import type { Signature } from './http-delivery.ts';
import { createInteractions } from './interactions.ts';
import type { Json } from './json.ts';
import { recall, recallWorld, remember, rewinding } from './memory.ts';
import { createLimiter, type Usage } from './rate-limits.ts';
import { createResponseUrls } from './response-urls.ts';
import { loadSpecification } from './rules/specification.ts';
import { messagesSeen, type Seen, type SeenView, seeMessage } from './seen.ts';
import { createSocketMode, type SocketMode } from './socket-mode.ts';
import { createTokens, type Token } from './tokens.ts';
import { createUser, type SlackUser } from './user.ts';
import { exchange } from './web-api.ts';
import {
  addChannel,
  addUser,
  channelNamed,
  createWorld,
  userNamed,
  type Workspace,
  workspaceNamed,
} from './world.ts';

/** A Slack on loopback, and the strings to pull it by. Where a workspace is not named, the first is meant. */
export interface Slack extends Credentials {
  /** What `SLACK_API_URL` is set to; ends in `/api/`. */
  readonly apiUrl: string;
  /** Of the first workspace. */
  readonly botToken: string;
  readonly appToken: string;
  readonly appId: string;
  readonly socketMode: SocketMode;
  /** Every Web API call, and every use of a response_url, in order of arrival. */
  readonly calls: readonly RecordedCall[];
  /** What real Slack would have refused, and what it would not have sent. */
  readonly violations: readonly Violation[];
  readonly unacknowledged: readonly Unacknowledged[];
  /** From now on commands, interactivity and events go to that URL instead of Socket Mode. */
  deliverTo(url: string, signature?: Signature): void;
  deliverOverSocket(): void;
  user(name: string, workspace?: string): SlackUser;
  teamId(workspace?: string): string;
  channelId(name: string, workspace?: string): string;
  botUserId(workspace?: string): string;
  /** The newest bot token of a workspace. */
  tokenOf(workspace?: string): string;
  /** Every message of a channel that everyone in it sees, oldest first; `channel` is a name or an id. */
  messages(channel: string, workspace?: string): readonly Seen[];
  /** The conversation between the app and a person, oldest first. */
  dms(user: string, workspace?: string): readonly Seen[];
  home(user: string, workspace?: string): SeenView | undefined;
  /** The modal a person has before them. */
  openView(user: string, workspace?: string): SeenView | undefined;
  /** A message as it is now, or nothing when it was deleted. */
  current(message: Seen): Seen | undefined;
  /** An answer as it is now, once it has at least that many messages. */
  later(answer: Answer, messages: number): Promise<Answer>;
  /** Makes matching calls fail. */
  fail(when: When, failure: Failure): void;
  failNoMore(): void;
  /** What the rate limits let pass. */
  usage(method: string): Usage;
  /** Any event, in Slack's wrapper. */
  event(event: Json, workspace?: string): Promise<EventOutcome>;
  /** Someone, or the app (`hallway`), enters a channel. */
  joinChannel(who: string, channel: string, workspace?: string): Promise<EventOutcome>;
  addChannel(description: string | ChannelDescription, workspace?: string): string;
  addUser(description: UserDescription, workspace?: string): string;
  archive(channel: string, workspace?: string): void;
  /** The app is put out of a channel. */
  removeFrom(channel: string, workspace?: string): void;
  deactivate(user: string, workspace?: string): void;
  /** Removes a message as its author or an admin would. */
  deleteMessage(message: Seen): void;
  uninstall(workspace?: string): Promise<readonly EventOutcome[]>;
  revokeTokens(workspace?: string): Promise<EventOutcome>;
  /** Every later call with the workspace's tokens is refused so; the app is not told. */
  refuseTokens(refusal: NonNullable<Token['refusal']>, workspace?: string): void;
  /** All that outlives the program, for the `memory` of another Slack. */
  remember(): string;
  /** Has every message and view of its memory say again what it said then. */
  rewind(): void;
  stop(): Promise<void>;
}

const LATER_WITHIN_MS = 60_000;
const KEEP_ALIVE_MS = 60_000;

function settle(options: SlackOptions): Settings {
  return {
    workspaces: options.workspaces ?? DEFAULT_WORKSPACES,
    rateLimits: options.rateLimits ?? {},
    ackWithinMs: options.ackWithinMs ?? 30_000,
    answerWithinMs: options.answerWithinMs ?? 60_000,
    triggerLifetimeMs: options.triggerLifetimeMs ?? 30_000,
    responseUrlLifetimeMs: options.responseUrlLifetimeMs ?? 30 * 60_000,
    eventRetriesMs: options.eventRetriesMs ?? [0, 60_000, 300_000],
    rotation: options.rotation,
    maxConnections: options.maxConnections ?? 10,
    pingEveryMs: options.pingEveryMs ?? 10_000,
    unfurlDomains: options.unfurlDomains ?? ['conference.example'],
    specification: options.specification ?? true,
  };
}

const CREDENTIALS: Credentials = {
  clientId: '100000000000.200000000000',
  clientSecret: 'client-secret-of-hallway',
  signingSecret: 'signing-secret-of-hallway',
  verificationToken: 'verification-token-of-hallway',
};

/** Listens on a free port of 127.0.0.1. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const settings = settle(options);
  const server = createServer((request, response) => {
    exchange(context, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  // A machine that stands still for seconds is no platform that hangs up.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { memory } = options;
  const context = createContext(server, settings, options);
  if (memory === undefined) issueTokens(context);
  else recall(memory, context);
  return {
    ...CREDENTIALS,
    ...looking(context),
    ...pulling(context),
    apiUrl: `${context.origin()}/api/`,
    remember: () => remember(context),
    rewind: memory === undefined ? () => {} : rewinding(memory, context),
    stop: async () => {
      await context.socketMode.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function issueTokens({ world, tokens, settings: { rotation } }: Context): void {
  for (const { id, installed, scopes } of world.workspaces.values()) {
    if (installed) tokens.issue(id, scopes, rotation?.expiresInS);
  }
}

function createContext(
  server: Server,
  settings: Settings,
  { memory, secret }: SlackOptions,
): Context {
  const { port } = server.address() as AddressInfo;
  const world =
    memory === undefined ? createWorld(settings.workspaces, DEFAULT_SCOPES) : recallWorld(memory);
  const { maxConnections, ackWithinMs, pingEveryMs } = settings;
  return {
    world,
    settings,
    credentials: CREDENTIALS,
    tokens: createTokens(secret),
    grants: new Map(),
    failures: createFailures(),
    limiter: createLimiter(settings.rateLimits),
    interactions: createInteractions(settings.triggerLifetimeMs),
    responseUrls: createResponseUrls(settings.responseUrlLifetimeMs),
    socketMode: createSocketMode({
      ...{ server, maxConnections, ackWithinMs, pingEveryMs },
      appId: () => world.appId,
    }),
    delivery: createDelivery(),
    specification: settings.specification ? loadSpecification() : undefined,
    calls: [],
    violations: [],
    unacknowledged: [],
    origin: () => `http://127.0.0.1:${port}`,
  };
}

/** The workspace whose channel that is: ids are never the same in two. */
function workspaceOf({ world }: Context, channelId: string): Workspace | undefined {
  return [...world.workspaces.values()].find((each) => each.channels.has(channelId));
}

function looking(context: Context) {
  const { world, interactions, tokens } = context;
  const at = (name?: string) => workspaceNamed(world, name);
  const users = new Map<string, SlackUser>();
  const tokenOf = (name?: string) => tokens.latest(at(name).id)?.value ?? '';
  const user = (name: string, workspace?: string) => {
    const place = at(workspace);
    const found = userNamed(place, name);
    const known = users.get(found.id) ?? createUser(context, place, found);
    users.set(found.id, known);
    return known;
  };
  return {
    botToken: tokenOf(),
    appToken: tokens.app.value,
    appId: world.appId,
    socketMode: context.socketMode,
    calls: context.calls,
    violations: context.violations,
    unacknowledged: context.unacknowledged,
    user,
    teamId: (workspace?: string) => at(workspace).id,
    channelId: (name: string, workspace?: string) => channelNamed(at(workspace), name).id,
    botUserId: (workspace?: string) => at(workspace).bot.userId,
    tokenOf,
    messages(channel: string, workspace?: string) {
      const place = workspaceOf(context, channel) ?? at(workspace);
      return messagesSeen(channelNamed(place, channel));
    },
    dms: (name: string, workspace?: string) => user(name, workspace).dms(),
    home(name: string, workspace?: string) {
      return user(name, workspace).home();
    },
    openView: (name: string, workspace?: string) => user(name, workspace).modal(),
    current({ channelId, ts }: Seen) {
      const channel = workspaceOf(context, channelId)?.channels.get(channelId);
      const message = channel?.messages.find((each) => each.ts === ts && !each.deleted);
      return message === undefined ? undefined : seeMessage(message);
    },
    async later(answer: Answer, messages: number) {
      const interaction = interactions.get(answer.interactionId);
      if (interaction === undefined) throw new Error('There is no such interaction.');
      const enough = () => toAnswer(interaction).messages.length >= messages;
      const complaint = () => `Not ${messages} messages within ${LATER_WITHIN_MS} ms.`;
      await interactions.until(enough, LATER_WITHIN_MS, complaint);
      return toAnswer(interaction);
    },
    usage: context.limiter.usage,
  };
}

function pulling(context: Context) {
  const { world, tokens, delivery } = context;
  const at = (name?: string) => workspaceNamed(world, name);
  return {
    deliverTo: delivery.toUrl,
    deliverOverSocket: delivery.toSocket,
    fail: context.failures.plan,
    failNoMore: context.failures.clear,
    event: (event: Json, workspace?: string) => emit(context, at(workspace), event),
    joinChannel: (who: string, channel: string, name?: string) => {
      const workspace = at(name);
      const { id } = userNamed(workspace, who);
      return joinChannel(context, workspace, channelNamed(workspace, channel), id);
    },
    addChannel: (description: string | ChannelDescription, workspace?: string) =>
      addChannel(at(workspace), description, world.mint).id,
    addUser: (description: UserDescription, workspace?: string) =>
      addUser(at(workspace), description, world.mint).id,
    archive(channel: string, workspace?: string) {
      channelNamed(at(workspace), channel).archived = true;
    },
    removeFrom(channel: string, workspace?: string) {
      channelNamed(at(workspace), channel).members.delete(at(workspace).bot.userId);
    },
    deactivate(user: string, workspace?: string) {
      userNamed(at(workspace), user).deactivated = true;
    },
    deleteMessage({ channelId, ts }: Seen) {
      const channel = workspaceOf(context, channelId)?.channels.get(channelId);
      const message = channel?.messages.find((each) => each.ts === ts);
      if (message === undefined) throw new Error('There is no such message.');
      message.deleted = true;
    },
    uninstall: (workspace?: string) => uninstall(context, at(workspace)),
    revokeTokens: (workspace?: string) => revokeTokens(context, at(workspace)),
    refuseTokens: (refusal: NonNullable<Token['refusal']>, workspace?: string) =>
      tokens.refuse(at(workspace).id, refusal),
  };
}
