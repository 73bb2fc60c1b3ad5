import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress, refuseUntrusted } from '../../../adapters/feed/guard.ts';
import { atOnce } from '../../../src/clock/steps.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import type { Answer, Body, Request } from '../../../src/schedule/feed.ts';
import { ScheduleFormatError } from '../../../src/schedule/refusal.ts';
import type { Source } from '../../../src/schedule/source.ts';
import { candidatesOn } from '../../../src/schedule/sources/candidates.ts';
import { readPage } from '../../../src/schedule/sources/page.ts';
import { walk } from '../../../src/schedule/sources/walk.ts';
import { anyUrl } from '../../support/anyUrl.ts';
import { calendar, page, redirect, serveSites } from './sites.ts';

const HOME = new URL('https://demo.example/');

describe('a hostile page', () => {
  it('that redirects in a circle, or for ever, is left after six requests', async () => {
    const { find, asked } = await serveSites({
      'demo.example': {
        '/round': redirect('/again'),
        '/again': redirect('/round'),
        ...Object.fromEntries(
          Array.from({ length: 20 }, (_, at) => [`/${at}`, redirect(`/${at + 1}`)] as const),
        ),
        '/': page('<a href="/round?schedule.ics">.ics</a><a href="/3">schedule.json</a>'),
      },
    });

    await expect(find('demo.example/round')).rejects.toThrow('redirects more than 5 times');
    expect(asked.splice(0)).toHaveLength(2);
    await expect(find('demo.example/0')).rejects.toThrow('redirects more than 5 times');
    expect(asked.splice(0)).toHaveLength(6);
    await expect(find('demo.example/')).rejects.toThrow('no schedule to be found');
    expect(asked.splice(0).length).toBeLessThanOrEqual(6);
  });

  it('with a thousand candidates is left after six requests, the best first', async () => {
    const links = Array.from(
      { length: 1_000 },
      (_, at) => `<a href="/${at}/schedule.ics">.ics</a>`,
    );
    const { find, asked } = await serveSites({ 'demo.example': { '/': page(links.join('')) } });

    await expect(find('demo.example/')).rejects.toThrow('no schedule to be found');
    expect(asked.map((one) => one.replace(/^[^/]*/, ''))).toEqual([
      ...['/', '/', '/0/schedule.ics', '/1/schedule.ics', '/2/schedule.ics', '/3/schedule.ics'],
    ]);
  });

  it('without end is refused by its size, and of a large one only the beginning is read', async () => {
    const { find } = await serveSites({
      'demo.example': {
        '/': (_, response) => {
          response.setHeader('content-type', 'text/html');
          const pour = () => {
            while (!response.destroyed && response.write('<a href="/schedule.ics">'.repeat(4_000)));
          };
          response.on('drain', pour);
          pour();
        },
      },
    });
    const large = '<div><a href="/schedule.ics">'.repeat(3_500_000);
    let steps = 0;
    for (const reading = readPage(large, HOME); reading.next().done !== true; ) steps += 1;

    await expect(find('demo.example/')).rejects.toThrow(/16 MB/);
    expect(large.length).toBeGreaterThan(100_000_000);
    expect(steps).toBeLessThanOrEqual(512);
  });

  it('that is slow is left after ten seconds, and a slow schedule is not', async () => {
    const slowly = (type: string) => async (_: Request, clock: Clock) => {
      clock.now += 9_000;
      const [, text] = type === 'text/html' ? page('<a href="/schedule.ics">x</a>') : calendar();
      return document(type, text);
    };

    const { requests, failure } = await walked(slowly('text/html'), 'operator');
    expect(requests.map(({ within }) => within.ms)).toEqual([Number.POSITIVE_INFINITY, 1_000]);
    expect(failure).toMatchObject({ refusal: { kind: 'pageWithoutSchedule' } });
    expect((await walked(slowly('text/calendar'), 'operator')).found).toBe('https://demo.example/');
  });
});

describe('private addresses', () => {
  const TARGETS = [
    'http://demo.example/x',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://inside/',
  ];
  const HOPS = [1, 2, 3] as const;

  it.each(TARGETS.flatMap((target) => HOPS.map((hop) => [target, hop] as const)))(
    'are not asked for a page named in chat: %s at hop %i of a candidate',
    async (target, hop) => {
      const { passed } = await walked(async ({ url }) => {
        if (url.pathname === '/')
          return document('text/html', page('<a href="/1.ics">.ics</a>')[1]);
        const at = Number(/\d+/.exec(url.pathname)?.[0]);
        const to = at >= hop ? new URL(target) : new URL(`/${at + 1}.ics`, url);
        return { kind: 'redirect', to };
      }, 'chat');

      expect(passed.filter((url) => !/^https:\/\/demo\.example\//.test(url))).toEqual([]);
      expect(passed.at(-1)).toBe(`https://demo.example/${hop}.ics`);
    },
  );

  it.each(TARGETS)('are not asked for a page named in chat: %s as a link', async (target) => {
    const html = page(`<a href="${target}schedule.ics">.ics</a>`)[1];
    const { passed, failure } = await walked(async () => document('text/html', html), 'chat');

    expect(passed.filter((url) => !/^https:\/\/demo\.example\//.test(url))).toEqual([]);
    expect(failure).toMatchObject({ refusal: { kind: 'pageWithoutSchedule' } });
  });

  it('are asked for the operator on the host that the operator named, and on no other', async () => {
    const { find, asked } = await serveSites({
      'demo.example': {
        '/': ({ headers }, response) => {
          const inside = `http://inside:${headers.host?.replace(/^.*:/, '')}`;
          const [type, text] = page(
            `<a href="${inside}/schedule.ics">.ics</a><a href="/talks/schedule.ics">.ics</a>`,
          );
          response.setHeader('content-type', type).end(text);
        },
        '/talks/schedule.ics': calendar(),
      },
      inside: { '/schedule.ics': calendar('Secret') },
    });

    expect((await find('demo.example/')).schedule.conference.talks[0]?.title).toBe('Opening');
    expect(asked.filter((one) => one.startsWith('inside'))).toEqual([]);
  });
});

describe('whatever pages hold', () => {
  const href = fc.oneof(
    anyUrl(),
    fc.constantFrom('/schedule.json', 'a/../schedule.xml', '//b.example/all.ics', 'x.ics', '#', ''),
    fc.constantFrom(
      'http://[',
      'javascript:0',
      'https://pretalx.com/demo/',
      'https://a.sched.com/',
    ),
    fc.string(),
  );
  const tag = fc.oneof(
    href.map((url) => `<a href="${url}">Schedule</a>`),
    href.map((url) => `<link rel=alternate type=text/calendar href='${url}'>`),
    href.map((url) => `<iframe src=${url}>`),
    href.map((url) => `<base href="${url}"><script src="/main.js"></script>`),
    fc.json().map((json) => `<script type="application/ld+json">${json}</script>`),
    href.map(
      (url) => `<script type="application/ld+json">{"@type":"Event","url":"${url}"}</script>`,
    ),
    fc.constantFrom(
      '<a',
      '<!--',
      '<script>',
      '</a>',
      '<title>',
      '<plaintext>',
      '&#x0;',
      '<svg><![CDATA[',
    ),
    fc.string({ unit: 'binary' }),
  );
  const many = [1, 2, 3, 4, 5, 6].map((at) => `<a href="/${at}/schedule.ics">.ics</a>`).join('');
  const html = fc.array(tag, { maxLength: 40 }).map((tags) => tags.join(''));
  const answer = fc.oneof(
    { weight: 4, arbitrary: html.map((text) => document('text/html', text)) },
    href.map((url) => ({ kind: 'redirect', to: URL.parse(url, HOME) ?? HOME }) as const),
    fc.string({ unit: 'binary' }).map((text) => document('text/calendar', text)),
    fc.constant(document('application/json', '{"schedule":{}}')),
    fc.constant(new ScheduleFormatError({ kind: 'badStatus', facts: [500] })),
  );
  const answers = fc.array(fc.tuple(answer, fc.nat(12_000)), { minLength: 1, maxLength: 8 });

  it('no page makes reading it throw, and every candidate can be asked for', () => {
    fc.assert(
      fc.property(html, (text) => {
        for (const { address } of candidatesOn(atOnce(readPage(text, HOME)), HOME)) {
          expect(new URL(address).protocol).toMatch(/^https?:$/);
        }
      }),
    );
  });

  it('there are at most six requests and ten seconds, and a refusal in words', async () => {
    await fc.assert(
      fc.asyncProperty(
        html,
        answers,
        fc.constantFrom('chat', 'operator'),
        async (first, rest, trust) => {
          const queue = [[document('text/html', many + first), 0] as const, ...rest];
          let at = -1;
          const { requests, clock, failure } = await walked(async ({ within }, time) => {
            at += 1;
            const [next, ms] = queue[at % queue.length] ?? rest[0] ?? [];
            const isPage = next !== undefined && 'type' in next && next.type === 'text/html';
            const most = Math.min(20_000, isPage ? within.pageMs : within.ms);
            time.now += Math.min(ms ?? 0, most);
            if ((ms ?? 0) > most) throw new ScheduleFormatError({ kind: 'tooSlow', facts: [most] });
            if (next === undefined || next instanceof Error) throw next;
            return next;
          }, trust);

          expect(requests.length).toBeLessThanOrEqual(6);
          expect(clock.now).toBeLessThanOrEqual(10_000);
          if (failure !== undefined) expect(failure).toBeInstanceOf(ScheduleFormatError);
        },
      ),
    );
  });
});

interface Clock {
  now: number;
}

function document(type: string, text: string): Answer & { readonly kind: 'document' } {
  return { kind: 'document', type, bytes: Buffer.from(text), fingerprint: text, validators: {} };
}

/** Walks from `https://demo.example/` through a web that answers like that, behind the guards of the real one. */
async function walked(
  answer: (request: Request, clock: Clock) => Promise<Answer>,
  trust: Source['trust'],
) {
  const clock: Clock = { now: 0 };
  const requests: Request[] = [];
  const passed: string[] = [];
  const ask = async (request: Request) => {
    requests.push(request);
    const { url } = request;
    if (request.trust === 'chat') {
      refuseUntrusted(url);
      const resolved = url.hostname === 'inside' ? '192.168.0.7' : '93.184.216.34';
      if (!isPublicAddress(resolved)) {
        throw new ScheduleFormatError({ kind: 'privateAddress', facts: [url.hostname] });
      }
    }
    passed.push(url.href);
    return answer(request, clock);
  };
  const ports = {
    feed: { ask },
    stopwatch: () => clock.now,
    read: async (body: Body) => {
      return { ...body, schedule: decodeSchedule(body.bytes, { timeZone: 'UTC' }) };
    },
  };
  const outcome = await walk({ address: HOME.href, trust }, ports).then(
    ({ address }) => ({ found: address, failure: undefined }),
    (failure: unknown) => ({ found: undefined, failure }),
  );
  return { ...outcome, requests, passed, clock };
}
