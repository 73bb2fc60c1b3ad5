import type { UnseenSection } from './oracle.ts';

/**
 * Written by hand as by people who never read a page of documentation: dictated without a comma, in
 * capitals, with emoji, mistyped, two questions in a line, of things that no schedule tells. Each with
 * what it asks for, before any was answered.
 */
export const PASSERSBY: readonly UnseenSection[] = [
  {
    conference: 'fosdem-2020',
    at: '2020-02-01T13:22',
    language: 'en',
    questions: `
      whats the longest talk today => find/programme; day:1 longest
      which talk is the shortest => find/programme; shortest
      when does the conference end => find/programme; last
      when does fosdem start => find/programme; first
      when does the rust devroom start => find/programme; track:^rust first
      how many talks are there about postgres => find; about:postgres
      how many talks today => find/programme; day:1
      lightning talks at half one => find/now/programme; track:lightning runs:13:30
      talks in brussels => find/programme;
      who is speaking about quantum computing => find; about:quantum
      is there coffee => unknown; unsure
      when is lunch => unknown; unsure
      wifi password? => unknown; unsure
      toilets => unknown; unsure
      where can i buy fries => unknown; unsure
      how are you => help/thanks/unknown
      good bot => thanks
      are you a human => help/unknown
      what is on tommorow in janson => find/programme; day:2 room:janson
      toady in k.4.201 => find/programme; day:1 room:K.4.201
      anything about go on sundy => find; day:2 about:\\bgo\\b
      whats on in ferrer and when does it end => find/now/programme; day:1 room:ferrer
      hi so um i was wondering if theres anything about ebpf this weekend => find; about:bpf
      WHERE IS THE KEYNOTE TOMORROW => find/programme; day:2 track:keynote
      RUST TALKS ON SUNDAY MORNING PLEASE => find/programme; about:rust day:2 until:12:00
      🐍 next python talk 🐍 => next/find; about:python next
      next talk 🎤 => next; next
      what can i still catch before 3 => find/programme; day:1 from:13:20 until:15:00
      which room has the retro computers stuff => find; track:retro
      is daniel stenberg speaking => find; by:stenberg
      what time is the keysigning => find; top:keysigning
      does anyone talk about dns over https => find; about:dns.over.https|doh
      what's the last talk in janson today => find/programme; day:1 room:janson last
      show me everything in h.1302 from 4 to 5 pm => find/programme; day:1 room:H.1302 from:16:00 until:17:00
      ok so i missed the python talk at 11 what was it => find/programme; about:python day:1 runs:11:00
      who won the football => unknown/find/help; unsure
      what changed => changes
    `,
  },
  {
    conference: 'fosdem-2020',
    at: '2020-02-02T10:05',
    language: 'fr',
    questions: `
      c'est quoi la conférence la plus longue => find/programme; longest
      combien de conférences sur le web aujourd'hui => find; day:2 about:web
      quand commence la devroom go => find/programme; track:^go$ first
      où puis-je acheter des frites => unknown; unsure
      ça va ? => help/unknown/thanks
      qui parle de kubernetes demain matin ou aujourd'hui => find; about:kubernetes
    `,
  },
  {
    conference: 'fosdem-2020',
    at: '2020-02-02T10:05',
    language: 'nl',
    questions: `
      hoeveel praatjes zijn er over kotlin => find; about:kotlin
      wanneer is de conferentie afgelopen => find/programme; last
      waar kan ik koffie krijgen => unknown; unsure
      wat is er om half elf in k.3.401 => find/now/programme; day:2 room:K.3.401 runs:10:30
    `,
  },
  {
    conference: 'fosdem-2020',
    at: '2020-02-02T10:05',
    language: 'es',
    questions: `
      charlas sobre bases de datos esta tarde => find; day:2 from:12:00 about:database|sql|postgres
      cuándo termina la conferencia => find/programme; last
      hay café => unknown; unsure
      quién habla de kubernetes => find; about:kubernetes
      la charla más corta => find/programme; shortest
    `,
  },
  {
    conference: 'fosdem-2020',
    at: '2020-02-02T10:05',
    language: 'en',
    conversation: true,
    questions: `
      whats next in janson => next; room:janson next
      and when does the last one there start => find/programme; room:janson last
      how many are there on monitoring => find; about:monitor
      only the ones after 2 => find; about:monitor day:2 from:14:00
      thx 👍 => thanks
    `,
  },
  {
    conference: 'rc3-channels-2020',
    at: '2020-12-28T16:05',
    language: 'de',
    questions: `
      was ist der längste vortrag => find/programme; longest
      kürzester talk heute => find/programme; day:2 shortest
      wann ist heute schluss => find/programme; day:2 last
      wann geht es morgen los => find/programme; day:3 first
      wie viele vorträge gibt es über freifunk => find; about:freifunk
      wer redet über fuzzing => find; top:fuzzer
      gibt es hier kaffee => unknown; unsure
      wo sind die klos => unknown; unsure
      wlan passwort => unknown/find; unsure
      wie gehts => help/thanks/unknown
      was kommt hoite noch => find/programme; day:2 from:16:05
      was läuft morgn früh => find/programme; day:3 until:12:00
      was läuft um halb vier in bamberg => find/now/programme; day:2 room:bamberg runs:15:30
      HALLO WAS LÄUFT GERADE => now; runs:16:05
      ich hätte gern was über klimawandel => find; top:climate
      vorträge in münchen => find/programme; room:nchen
      vorträge in hamburg => find/programme; room:hamburg
      amateurfunk 📻 => find; top:amateurfunk
      gibts da auch pizza => unknown/find; unsure
      kannst du mir bitte sagen wann stefania maurizi redet => find; by:maurizi
      welche talks sind auf englisch morgen nachmittag => find/programme; lang:en day:3 from:12:00 until:18:00
      was war gestern der letzte vortrag => find/programme; day:1 last
      wann fängt der nächste talk an => next; next
      wieviele talks gibt es morgen => find/programme; day:3
      ist digitale gewalt gegen frauen heute oder morgen => find; top:gewalt
    `,
  },
  {
    conference: 'scottishsummit-2026',
    at: '2026-10-03T12:50',
    language: 'en',
    questions: `
      whens lunch => unknown; unsure
      lightning talks at twenty to two => find/now/programme; type:lightning day:2 runs:13:40
      who is talking about copilot studio => find; about:copilot.studio
      how many sessions does kevin mcdonnell have => find; by:mcdonnell
      when is rex de koning on => find; by:koning
      what time does it all finish today => find/programme; day:2 last
      shortest session about agents => find; about:agent shortest
      whats on at ten past three in the cap and thistle => find/now/programme; room:thistle day:2 runs:15:10
      anything on mental health => find; top:mental
      replacing our vpn => find; top:vpn
      parking? => unknown/find; unsure
      can i get the slides => unknown/find; unsure
      next in moncreiff 2 => next; room:moncreiff.2 next
      i want to go to the talk about herding sheep lol => find; top:sheep
    `,
  },
];
