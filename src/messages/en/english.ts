import { agenda, home } from './agenda.ts';
import { announcements, lateness } from './announcements.ts';
import { cli, console } from './cli.ts';
import { commands, errors, help } from './commands.ts';
import { config } from './config.ts';
import { installation, organiser } from './organiser.ts';
import { schedule } from './schedule.ts';
import { events, lists, names, talk, time } from './talk.ts';

export const english = {
  agenda,
  announcements,
  cli,
  commands,
  config,
  console,
  errors,
  events,
  help,
  home,
  installation,
  lateness,
  lists,
  names,
  organiser,
  schedule,
  talk,
  time,
};
