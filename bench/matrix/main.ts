import { benchPlatform } from '../platform.ts';
import { benchCommands } from './commands.ts';
import { benchFanOut } from './fanOut.ts';

/**
 * What Hallway on Matrix promises, measured with the real program: commands on a homeserver on loopback,
 * reminders on a real Synapse, each beside a client of a few lines: `npm run bench -- matrix [commands|fan-out]…`.
 */
await benchPlatform('matrix', { commands: benchCommands, fanOut: benchFanOut, reminders: 1_000 });
