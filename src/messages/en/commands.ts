/**
 * Descriptions of commands, subcommands and options, by their names in order:
 * `conference announce lead`. At most 100 characters each (Discord's limit).
 */
export const commands = {
  talk: 'Find a talk, or ask for what is next',
  'talk query': 'Title, speaker or topic; also room: track: by: day: after: before: is:starred',
  now: 'What runs now, room by room',
  'now room': 'Only this room',
  next: 'The next talk in each room',
  'next room': 'Only this room',
  schedule: 'The programme, page by page',
  'schedule day': 'A day: 1, sat or a date',
  'schedule room': 'Only this room',
  'schedule track': 'Only this track',
  help: 'What Hallway can do',
  mytalks: 'Your list of starred talks',
  'mytalks list': 'Your list by day, with clashes marked',
  'mytalks export': 'All that Hallway keeps about you, as JSON',
  'mytalks forget': 'Erase all that Hallway keeps about you',
  conference: 'For organisers: the schedule and what is announced where',
  'conference status': 'Schedule, last checks and what waits to be sent',
  'conference use': 'Take a schedule from a web address',
  'conference use source': 'The https address of the schedule',
  'conference use zone': 'Time zone of the venue, such as Europe/Brussels',
  'conference announce': 'Announce talks in a channel',
  'conference announce channel': 'Where to post',
  'conference announce lead': 'Minutes before the start (10 unless told)',
  'conference announce rooms': 'Only these rooms, separated by commas',
  'conference announce tracks': 'Only these tracks, separated by commas',
  'conference announce kinds': 'What to post: announcements, notices, digest',
  'conference announce mention': 'A role or group to mention',
  'conference mute': 'Stop posting in a channel',
  'conference mute channel': 'Which channel',
  'conference preview': 'What will be posted in the next hours',
  'conference preview hours': 'How many hours (3 unless told)',
  'conference doctor': 'Look for what usually goes wrong',
  'conference delay': 'Shift what is still to come in a room',
  'conference delay room': 'Which room',
  'conference delay minutes': 'Minutes later (negative: earlier; 0: on time again)',
};

export type CommandMessages = Readonly<Record<keyof typeof commands, string>>;
