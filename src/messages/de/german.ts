import type { english } from '../en/english.ts';
import { agenda } from './agenda.ts';
import { announcements } from './announcements.ts';
import { cli } from './cli.ts';
import { commands } from './commands.ts';
import { config } from './config.ts';
import { console } from './console.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { lateness } from './lateness.ts';
import { lists } from './lists.ts';
import { names } from './names.ts';
import { organiser } from './organiser.ts';
import { schedule } from './schedule.ts';
import { talk } from './talk.ts';
import { time } from './time.ts';

export const german: typeof english = {
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
  lateness,
  lists,
  names,
  organiser,
  schedule,
  talk,
  time,
};
