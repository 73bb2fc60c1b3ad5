import { benchPlatform } from '../platform.ts';
import { benchCommands } from './commands.ts';
import { benchFanOut } from './fanOut.ts';

/**
 * What Hallway on Discord promises, measured with the real program and the real SDK against a
 * Discord on loopback: `npm run bench -- discord [commands|fan-out]…`.
 */
await benchPlatform('discord', { commands: benchCommands, fanOut: benchFanOut, reminders: 10_000 });
