import { CALENDAR_DIALECTS } from './calendars.ts';
import { CONCLAR_DIALECTS } from './conclar.ts';
import { CSV_DIALECT } from './csv.ts';
import type { Dialect } from './dialect.ts';
import { INDICO_DIALECTS } from './indico.ts';
import { XML_DIALECTS } from './pentabarf.ts';
import { JSON_DIALECTS } from './scheduleJson.ts';
import { SESSIONIZE_DIALECTS } from './sessionize.ts';
import { SYMPOSION_DIALECT } from './symposion.ts';

/** Every dialect that Hallway reads, written as its own exporter would. */
export const DIALECTS: readonly Dialect[] = [
  ...XML_DIALECTS,
  ...JSON_DIALECTS,
  ...SESSIONIZE_DIALECTS,
  SYMPOSION_DIALECT,
  ...CONCLAR_DIALECTS,
  ...INDICO_DIALECTS,
  ...CALENDAR_DIALECTS,
  CSV_DIALECT,
];
