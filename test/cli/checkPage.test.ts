import { describe, expect, it } from 'vitest';
import { calendar, page, scheduleJson, serveSites } from '../schedule/sources/sites.ts';
import { pretalxDesk, servePretalx } from '../servers/pretalx.ts';
import { runProgram } from '../support/program.ts';
import { runHere } from '../support/serving.ts';

const HOST = '127.0.0.1';

describe('check, given a page', () => {
  it('tells the way to its schedule, request by request, and what else the page offers', async () => {
    const { at } = await serveSites({
      [HOST]: {
        '/': page('<a href="/a/schedule.json">JSON</a><a href="/b/schedule.ics">iCal</a>'),
        '/b/schedule.ics': calendar(),
        '/a/schedule.json': scheduleJson(),
      },
    });

    const { code, stdout, stderr } = await runProgram(['check', at(`${HOST}/`)], '');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').slice(0, 7)).toEqual([
      'DemoCon',
      `  ${at(`${HOST}/`)}`,
      `  Found a schedule at ${at(`${HOST}/a/schedule.json`)}`,
      `  Asked ${at(`${HOST}/`)}`,
      `  Asked ${at(`${HOST}/`)} for JSON`,
      `  Asked ${at(`${HOST}/a/schedule.json`)}`,
      `  The page offers another schedule: ${at(`${HOST}/b/schedule.ics`)}`,
    ]);
  });

  it('has with --json what was found beside what was named', async () => {
    const { at } = await serveSites({
      [HOST]: { '/demo/schedule/export/schedule.json': scheduleJson() },
    });
    const named = at(`${HOST}/demo/talk/ABCDEF/`);

    const { stdout } = await runHere(['check', named, '--json'], '');

    expect(JSON.parse(stdout)).toMatchObject({
      source: named,
      found: {
        ...{ address: at(`${HOST}/demo/schedule/export/schedule.json`), system: 'pretalx' },
        others: [],
      },
      title: 'DemoCon',
    });
  });

  it('reads a pretalx with what stands beside its export', async () => {
    const start = '2031-07-07T10:00:00+02:00';
    const desk = pretalxDesk({
      ...{ version: 'v1', comment: { en: 'First' }, rooms: [{ en: 'Hall' }] },
      talks: [{ code: 'AAAAAA', title: 'Opening', start, room: 0 }],
      breaks: [[{ en: 'Lunch' }, start, '2031-07-07T11:00:00+02:00', 0]],
    });
    const { at } = await serveSites({ [HOST]: servePretalx(desk) });

    const { stdout } = await runHere(['check', at(`${HOST}/democon/schedule/`), '--json'], '');

    expect(JSON.parse(stdout)).toMatchObject({
      found: { address: at(`${HOST}/democon/schedule/export/schedule.json`), system: 'pretalx' },
      ...{ format: 'pretalx-api', timeZone: 'Europe/Berlin', version: 'v1' },
      talks: [{ id: '1', code: 'AAAAAA', title: 'Opening', start, room: 'Hall' }],
      breaks: [{ title: 'Lunch', start, end: '2031-07-07T11:00:00+02:00', room: 'Hall' }],
      warnings: [],
    });
  });

  it('ends with what was looked for where there is none', async () => {
    const { at } = await serveSites({ [HOST]: { '/': page('<p>Soon!') } });

    const { code, stdout, stderr } = await runHere(['check', at(`${HOST}/`)], '');

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `${at(`${HOST}/`)}: There is no schedule to be found on this web page. Looked for: a conference system that Hallway knows, the same address as JSON, links to an export (schedule.json, schedule.xml, .ics). Asked: ${at(`${HOST}/`)}. Give the address of the export.\n`,
    );
  });
});
