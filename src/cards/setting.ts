/**
 * What members set: leads in minutes, a volume, `on` and `off`; a language (ISO 639) and a zone (IANA),
 * or `app` for what the app tells.
 */
export const SETTINGS = [
  'lead',
  'speakerLead',
  'volume',
  'digest',
  'recordings',
  'feedback',
  'says',
  'language',
  'zone',
] as const;
export type Setting = (typeof SETTINGS)[number];
