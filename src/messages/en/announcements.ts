/** What Hallway says by itself: announcements, reminders, notices, digests. */
export const announcements = {};

export type AnnouncementMessages = typeof announcements;
