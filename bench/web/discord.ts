import { type Discord, startDiscord } from '../../test/servers/discord/server.ts';

/** One server with somebody who asks and somebody who organises. */
export function conferenceDiscord(): Promise<Discord> {
  return startDiscord({
    specification: false,
    guilds: [
      {
        ...{ name: 'conference', channels: ['hall'] },
        roles: [{ name: 'organisers', permissions: ['ManageGuild'] }],
        members: ['ada', { name: 'olga', roles: ['organisers'] }],
      },
    ],
  });
}
