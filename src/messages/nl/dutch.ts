import type { english } from '../en/english.ts';
import type { Slash } from '../slash.ts';
import { accepting } from './accepting.ts';
import { afterwards, agenda, agendaNaming, home, homeNaming, settings } from './agenda.ts';
import { alerts, alertsNaming } from './alerts.ts';
import { announcements, lateness } from './announcements.ts';
import { answers } from './answers.ts';
import { asking } from './asking.ts';
import { byHand, byHandNaming } from './byHand.ts';
import { cli, console } from './cli.ts';
import { changed, commands, errors, errorsNaming, help, helpNaming } from './commands.ts';
import { config } from './config.ts';
import { following, followingNaming } from './following.ts';
import { grouping } from './grouping.ts';
import { numbered } from './numbered.ts';
import { operator } from './operator.ts';
import { installation, installationNaming, organiser, organiserNaming } from './organiser.ts';
import { naming, room } from './people.ts';
import { picture } from './picture.ts';
import { say } from './say.ts';
import { schedule } from './schedule.ts';
import { speaking, speakingNaming } from './speaking.ts';
import { events, lists, listsNaming, marks, names, talk, time } from './talk.ts';
import { web } from './web.ts';

export const dutch = (slash: Slash): ReturnType<typeof english> => ({
  accepting,
  afterwards,
  agenda: { ...agenda, ...agendaNaming(slash) },
  alerts: { ...alerts, ...alertsNaming(slash) },
  announcements,
  answers,
  asking,
  byHand: { ...byHand, ...byHandNaming(slash) },
  changed,
  cli,
  commands,
  config,
  console,
  errors: { ...errors, ...errorsNaming(slash) },
  events,
  following: { ...following, ...followingNaming(slash) },
  grouping,
  help: { ...help, ...helpNaming(slash) },
  home: { ...home, ...homeNaming(slash) },
  installation: installationWords(slash),
  lateness,
  lists: { ...lists, ...listsNaming(slash) },
  marks,
  names,
  naming,
  numbered,
  operator,
  picture,
  organiser: organiserWords(slash),
  room,
  schedule,
  settings,
  say,
  slash,
  speaking: { ...speaking, ...speakingNaming(slash) },
  talk,
  time,
  web,
});

function organiserWords(slash: Slash) {
  const naming = organiserNaming(slash);
  return { ...organiser, ...naming, findings: { ...organiser.findings, ...naming.findings } };
}

function installationWords(slash: Slash) {
  const { done } = installationNaming(slash);
  return { ...installation, done: { ...installation.done, ...done } };
}
