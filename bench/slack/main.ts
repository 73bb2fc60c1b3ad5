import { benchPlatform } from '../platform.ts';
import { benchCommands } from './commands.ts';
import { benchFanOut } from './fanOut.ts';

/**
 * What Hallway on Slack promises, measured with the real program and the real SDK against a Slack on
 * loopback: `npm run bench -- slack [commands|fan-out]…`.
 */
await benchPlatform('slack', { commands: benchCommands, fanOut: benchFanOut, reminders: 1_000 });
