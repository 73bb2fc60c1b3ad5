/** What Hallway asks a workspace for, and what each is for. */
export const SCOPES = {
  'channels:history':
    'To find out, after a crash, whether an announcement is in its public channel already',
  'channels:join': 'To join a public channel when an organiser has talks announced there',
  'channels:read': 'To tell an organiser whether a public channel can be written to',
  'chat:write': 'Announcements, reminders and the list in direct messages',
  commands: 'Slash commands and shortcuts',
  'files:write': 'Calendar files and the export of one’s data, by direct message',
  'groups:history': 'The same as channels:history, in private channels that invited Hallway',
  'groups:read': 'The same as channels:read, for private channels that invited Hallway',
  'im:history': 'The same as channels:history, in Hallway’s own direct messages',
  'im:write': 'To open the direct messages in which reminders arrive',
  'links:read': 'To notice links to the pages of talks',
  'links:write': 'To show what those talks are',
  'users:read': 'Language and time zone of who asks, and whether they are an admin',
} as const;
