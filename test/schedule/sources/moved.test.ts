import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../src/schedule/source.ts';
import { keeperOf } from './keepers.ts';
import { page, type Site, scheduleJson, serveSites } from './sites.ts';

const HOME = 'demo.example/';

describe('a schedule that a page led to', () => {
  it('is asked where it is, and the page no more', async () => {
    const { keeper, source, asked, at } = await prepare();

    await keeper.open(source);
    asked.length = 0;
    await keeper.refresh(source.key);

    expect(asked).toEqual(['demo.example/1/schedule.json']);
    expect(keeper.status(source.key)?.source).toEqual({
      ...source,
      ...{ address: at('demo.example/1/schedule.json'), origin: source.address },
    });
  });

  it('is followed to where the page has it, once it is gone', async () => {
    const { keeper, source, site, remembered, at } = await prepare();
    await keeper.open(source);
    move(site, '2');

    await keeper.refresh(source.key);

    const there = {
      ...source,
      address: at('demo.example/2/schedule.json'),
      origin: source.address,
    };
    expect(keeper.get(source.key)?.conference.title).toBe('Second');
    expect(keeper.status(source.key)).toMatchObject({ source: there, problem: undefined });
    expect(remembered.at(-1)).toEqual(there);
  });

  it('is failing with what is wrong with it, where the page has no other', async () => {
    const { keeper, source, site, asked } = await prepare();
    await keeper.open(source);
    site['/'] = page('We are done.');
    delete site['/1/schedule.json'];
    asked.length = 0;

    await keeper.refresh(source.key);

    expect(keeper.get(source.key)?.conference.title).toBe('First');
    expect(keeper.status(source.key)?.problem).toMatchObject({
      ...{ kind: 'unreadable', reason: { refusal: { kind: 'badStatus', facts: [404] } } },
    });
    expect(asked).toContain('demo.example/');
  });

  it('whose server is in trouble has no page asked', async () => {
    const { keeper, source, site, asked } = await prepare();
    await keeper.open(source);
    site['/1/schedule.json'] = (_, response) => void response.writeHead(503).end();
    asked.length = 0;

    await keeper.refresh(source.key);

    expect(asked).toEqual(['demo.example/1/schedule.json']);
    expect(keeper.status(source.key)?.problem).toMatchObject({ kind: 'unreadable' });
  });
});

function move(site: Record<string, Site[string]>, to: string): void {
  site['/'] = page(`<a href="/${to}/schedule.json">JSON</a>`);
  site[`/${to}/schedule.json`] = scheduleJson('Second');
  delete site['/1/schedule.json'];
}

async function prepare() {
  const site: Record<string, Site[string]> = {
    '/': page('<a href="/1/schedule.json">JSON</a>'),
    '/1/schedule.json': scheduleJson('First'),
  };
  const { feed, asked, at } = await serveSites({ 'demo.example': site });
  const source = sourceOf(at(HOME), undefined, 'operator');
  const { keeper, remembered } = keeperOf(source, feed);
  return { keeper, source, site, asked, at, remembered };
}
