import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/clock/steps.ts';
import { candidatesIn, candidatesOn } from '../../../src/schedule/sources/candidates.ts';
import { readPage } from '../../../src/schedule/sources/page.ts';

const HOME = new URL('https://democon.example/2031/');

const offered = (html: string, address = HOME) =>
  candidatesOn(atOnce(readPage(html, address)), address).map(({ address: found, kind, system }) =>
    [
      kind,
      ...(system === undefined ? [] : [system]),
      found.replace(/^https:\/\/democon\.example/, ''),
    ].join(' '),
  );

describe('what a page offers', () => {
  it('is best first: a system it leads to, exports by name, calendars, what is called one, then pages', () => {
    expect(
      offered(`<!doctype html><head>
        <link rel=alternate type="application/json" href="/data?id=1" title="API">
        <link rel="alternate nofollow" type="text/calendar" href="feed">
        <body><a href="/programme/">Programme</a>
        <a href="/files/talks-list">Export to <b>your</b> calendar</a>
        <a href='../export/schedule.ics'>.ics</a><a href="/export/schedule.xml?v=1&amp;w=2#top">XML</a>
        <a href="https://pretalx.com/democon/talk/ABCDEF/">A talk</a>
        <a href="https://pretalx.com/democon/schedule/">Schedule</a>`),
    ).toEqual([
      'schedule pretalx https://pretalx.com/democon/schedule/export/schedule.json',
      'schedule pretalx https://pretalx.com/democon/schedule/export/schedule.xml',
      'schedule /export/schedule.xml?v=1&w=2',
      'schedule /export/schedule.ics',
      'schedule /2031/feed',
      'schedule /files/talks-list',
      'schedule /data?id=1',
      'page /programme/',
    ]);
  });

  it('is resolved against the base that it names, and calendars by webcal are web addresses', () => {
    expect(
      offered('<base href="https://cdn.example/x/"><a href="webcal:schedule.ics">calendar</a>'),
    ).toEqual(['schedule https://cdn.example/x/schedule.ics']);
    expect(offered('<a href="webcal://cal.example/all.ics">subscribe</a>')).toEqual([
      'schedule https://cal.example/all.ics',
    ]);
  });

  it('holds what stands in frames, in JSON-LD and in elements of pretalx', () => {
    const event = { '@type': 'EducationEvent', url: 'https://democon.sched.com/' };
    const html = `<pretalx-schedule event-url="https://talks.example/demo/"></pretalx-schedule>
      <iframe src="https://sessionize.com/api/v2/abcd1234/view/Grid"></iframe>
      <script type="application/ld+json">${JSON.stringify({ '@graph': [event] })}</script>`;
    expect(offered(html)).toEqual([
      'schedule pretalx https://talks.example/demo/schedule/export/schedule.json',
      'schedule pretalx https://talks.example/demo/schedule/export/schedule.xml',
      'schedule Sessionize https://sessionize.com/api/v2/abcd1234/view/All',
      'schedule Sessionize https://sessionize.com/api/v2/abcd1234/view/GridSmart',
      'schedule Sched https://democon.sched.com/all.ics',
    ]);
  });

  it('takes paths that could be anybody’s for a system’s only where the page says whose it is', () => {
    const links = '<a href="/democon/schedule/">Talks</a>';
    expect(offered(links)).toEqual(['page /democon/schedule/']);
    expect(offered(`<meta name=generator content=pretalx>${links}`)).toEqual([
      'schedule pretalx /democon/schedule/export/schedule.json',
      'schedule pretalx /democon/schedule/export/schedule.xml',
    ]);
  });

  it('leaves out calendars of single talks, feeds, and what stands in comments, scripts and titles', () => {
    const talks = Array.from({ length: 9 }, (_, at) => `<a href="/talk/${at}/cal.ics">.ics</a>`);
    const html = `<title><a href="/a/schedule.xml">x</a></title><!-- <a href="/b/schedule.xml"> -->
      <script>"<a href='/c/schedule.xml'>"</script>${talks.join('')}
      <link rel=alternate type="application/json+oembed" href="/oembed?x">
      <link rel=alternate type="application/json" href="/wp-json/wp/v2/pages/1">
      <link rel=alternate type="application/rss+xml" href="/feed/">
      <a href="mailto:a@b.example">export</a><a href="javascript:x()">schedule.xml</a>
      <a href="http://[">schedule.xml</a><a href="/${'a'.repeat(2_000)}/schedule.xml">xml</a>`;
    expect(offered(html)).toEqual([]);
  });

  it('is what the script of an empty page shows', () => {
    const page = new URL('https://guide.example/');
    const shell = '<div id=root></div><script src="/static/js/main.1a2b.js"></script>';
    expect(offered(shell, page)).toEqual(['script https://guide.example/static/js/main.1a2b.js']);
    expect(offered(`${shell}<a href="/about">About</a>`, page)).toEqual([]);
    expect(
      candidatesIn('e.exports={APP_ID:"W2031",PROGRAM_DATA_URL:"/data/schedule.json"}', page),
    ).toMatchObject([{ system: 'ConClár', address: 'https://guide.example/data/schedule.json' }]);
    expect(candidatesIn('nothing of the kind', page)).toEqual([]);
  });
});
