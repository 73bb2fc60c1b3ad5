import {
  type Client,
  DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  type Guild,
  RESTJSONErrorCodes,
  Routes,
  ShardClientUtil,
} from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../src/log.ts';
import { createUnderWay } from '../../src/platform/underWay.ts';
import type { Listener } from './requests/interactions.ts';

/** The servers that something is kept about. */
export interface KeptServers {
  /** Their ids. */
  known(): Promise<readonly string[]>;
  forget(server: string): Promise<void>;
}

/**
 * Forgets servers that removed Hallway: when it hears of it, and those that did so meanwhile when a
 * session begins.
 */
export function watchDepartures(
  client: Client,
  servers: KeptServers,
  log: Log,
  signal: AbortSignal,
): Listener {
  const underWay = createUnderWay();
  const forget = (id: string) =>
    servers.forget(id).then(
      () => log.info({ guild: id }, 'A server removed Hallway and is forgotten'),
      (error: unknown) => log.error({ err: error, guild: id }, 'A server was not forgotten'),
    );
  const forgetMissing = async (ready: unknown) => {
    for (const id of await missingFrom(readySchema.parse(ready), servers, log)) {
      if (signal.aborted) return;
      if (await isGone(client, id)) {
        client.guilds.cache.delete(id);
        await forget(id);
      }
    }
  };
  // An outage is another event of discord.js.
  const heard = ({ id }: Guild) => underWay.add(forget(id));
  const begun = (ready: unknown) =>
    underWay.add(
      forgetMissing(ready).catch((error: unknown) =>
        log.error({ err: error }, 'Servers could not be compared with those that are known'),
      ),
    );
  client.on(Events.GuildDelete, heard);
  client.ws.on(GatewayDispatchEvents.Ready, begun);
  return {
    close: async () => {
      client.off(Events.GuildDelete, heard);
      client.ws.off(GatewayDispatchEvents.Ready, begun);
      await underWay.settled();
    },
  };
}

/** A shard's servers are all there, also those in an outage (discord-api-docs, events/gateway-events). */
const readySchema = z.object({
  guilds: z.array(z.object({ id: z.string() })),
  shard: z.tuple([z.number(), z.number()]).default([0, 1]),
});

/** Known servers of the shard that do not have the bot, as far as the gateway knows. */
async function missingFrom(
  { guilds, shard: [shard, count] }: z.infer<typeof readySchema>,
  servers: KeptServers,
  log: Log,
): Promise<readonly string[]> {
  const present = new Set(guilds.map(({ id }) => id));
  const known = (await servers.known()).filter(
    (id) => ShardClientUtil.shardIdForGuildId(id, count) === shard,
  );
  const missing = known.filter((id) => !present.has(id));
  if (missing.length < known.length || known.length === 0) return missing;
  // More likely another bot on the database of this one.
  log.warn({ known: known.length }, 'None of the known servers has this bot; they are kept');
  return [];
}

const GONE: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingAccess,
];

/** Asked once more over HTTP, where a server that answers anything else is kept. */
async function isGone({ rest }: Client, id: string): Promise<boolean> {
  try {
    await rest.get(Routes.guild(id));
    return false;
  } catch (error) {
    return error instanceof DiscordAPIError && GONE.includes(error.code);
  }
}
