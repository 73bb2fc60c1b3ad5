import type { UnseenSection } from './oracle.ts';

/** Written before the grammar was read, and used to mend general rules. */
export const HALF_A: readonly UnseenSection[] = [
  {
    conference: 'containers',
    at: '2020-02-01T13:25',
    language: 'en',
    questions: `
      hi there, whats on rn? => now; runs:13:25
      whats next => next; next
      podman => find; top:podman
      when is chris down on? => find; by:chris.down
      who's talking about steam => find; top:steam
      gpu stuff => find; top:gpu
      last talk of the day => find/programme; last
      first talk? => find/programme; first
      anything between 2 and 3 pm => find/programme; from:14:00 until:15:00
      where can i buy fries => unknown/find/help; unsure
      merci beaucoup! => thanks
      what can you do? => help
      show me what changed => changes
      kuberntes on arm => find; top:arm64
      Was läuft gerade? => now; runs:13:25
      tell me a joke => unknown/find/help; unsure
    `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-03T14:10',
    language: 'en',
    questions: `
      hey, what's happening right now in janson? => now; day:1 room:janson runs:14:10
      anything about postgres tomorrow morning? => find/programme; day:2 until:12:00 about:postgres
      go devroom this afternoon => find/programme; day:1 track:^go.dev from:12:00 until:18:00
      whats next in the rust devroom => next; track:^rust next
      When is Daniel Stenberg talking? => find; by:stenberg
      where is the matrix devroom => find/programme; track:^matrix
      lightning talks on sunday pls => find/programme; day:2 type:lightning
      who is maartje eyskens => find; by:maartje
      GIMME THE PYTHON TALKS SUNDAY AFTERNOON => find/programme; day:2 from:12:00 until:18:00 about:python
      talk about reproducible builds in the main track => find; track:main.track top:reproducible
      anything on email sunday before noon => find/programme; day:2 until:12:00 about:e-?mail
      whats on tonigth in janson => find/programme; day:1 room:janson from:18:00
      what can my kid do tomorrow morning => find/programme/suggest; day:2 until:12:00
      where can I park my car? => unknown/find/help; unsure
      what's the wifi password?? => unknown/find/help; unsure
      thx a lot! => thanks
      what's on at half past four in K.1.105 => find/now/programme; day:1 room:k.1.105 runs:16:30
      keynotes => find/programme; type:keynote
      bofs today => find/programme; day:1 type:bof
      the talk by Scott Chacon about git => find; by:chacon top:git
      last talk in janson tomorrow => find/programme; day:2 room:janson last
      anything in the next half hour about security => find; day:1 from:14:10 until:14:41 about:secur
    `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-03T14:10',
    language: 'nl',
    questions: `
      wat is er nu bezig in K.1.105? => now; room:k.1.105 runs:14:10
      welke praatjes over security zijn er morgen => find/programme; day:2 about:secur
      wanneer spreekt Liam Proven => find; by:liam
      morgenochtend in Janson => find/programme; day:2 room:janson until:12:00
      bedankt he! => thanks
      iets leuks na 17u? => find/programme/suggest; day:1 from:17:00
    `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-04T10:05',
    language: 'fr',
    questions: `
      Bonjour, qu'est-ce qui se passe maintenant dans Janson ? => now; room:janson runs:10:05
      les confs sur rust aujourd'hui svp => find/programme; day:2 about:rust
      où se trouve le devroom postgresql => find/programme; track:^postgres
      ensuite en K.1.105 ? => next; room:k.1.105 next
      que me conseilles-tu => suggest
      cet après-midi à 15h dans UB5.132 => find/now/programme; day:2 room:ub5.132 runs:15:00
    `,
  },
  {
    conference: '31c3',
    at: '2014-12-28T16:20',
    language: 'de',
    questions: `
      Moin, was läuft grad in Saal 2? => now; room:saal.2 runs:16:20
      was kommt als nächstes in saal g => next; room:saal.g next
      deutsche vorträge morgen => find/programme; day:3 lang:de
      wann kommt die fnord news show => find; top:fnord
      wer ist starbug? => find; by:starbug
      Heute Abend irgendwas mit Hardware? => find/programme; day:2 from:18:00 about:hardware
      gibts morgen was zu tor oder anonymität? => find; day:3 about:tor|anonym|privacy
      wo kann man hier duschen => unknown/find/help; unsure
      der letzte vortrag am dienstag => find/programme; day:4 last
      vorträge zwischen 20 und 22 uhr => find/programme; day:2 from:20:00 until:22:00
      Was gibt's um halb neun? => find/now/programme; day:2 runs:20:30
      danke dir => thanks
      was hat sich geändert => changes
      überrasch mich => suggest
      entertainment am 29.12. => find/programme; day:3 track:entertainment
      was lief gestern abend in saal 1 => find/programme; day:1 from:18:00 room:saal.1
    `,
  },
  {
    conference: 'kubecon-eu-2026',
    at: '2026-03-24T14:35',
    language: 'en',
    questions: `
      keynotes tomorrow => find/programme; day:4 about:keynote
      what's on in hall 12 now => now; room:hall.12 runs:14:35
      tutorials on wednesday afternoon => find/programme; day:4 from:12:00 until:18:00 about:tutorial
      whats new in containerd => find; top:containerd
      anything on cilium today? => find; day:3 about:cilium
      who is Lin Sun => find; by:lin.sun
      poster sessions => find/programme; about:poster
      what's after this in the auditorium => next; room:^auditorium$ next
      observability track thursday => find/programme; day:5 track:observability
      i only have 20 minutes, suggest something => suggest/find
    `,
  },
  {
    conference: 'pycon-us-2024',
    at: '2024-05-17T11:10',
    language: 'es',
    questions: `
      ¿Qué hay ahora? => now; runs:11:10
      charlas en español mañana por la tarde => find/programme; day:4 from:12:00
      ¿Cuándo habla Simon Willison? => find; top:willison
      que sigue en ballroom a => next; room:ballroom.a next
      algo de pandas el sábado => find/programme; day:4 about:pandas
      ¿a qué hora es la última keynote? => find; top:keynote
      gracias => thanks
      ayuda => help
    `,
  },
  {
    conference: 'pycon-us-2024',
    at: '2024-05-17T11:10',
    language: 'en',
    questions: `
      talks about rust this afternoon => find/programme; day:3 from:12:00 about:rust
      lightning talks tomorrow => find/programme; day:4 top:lightning
      when's the closing => find; top:clos
      charlas today => find/programme; day:3 type:charla
      is there anything in hall c at 3:30 => find/now/programme; day:3 room:hall.c runs:15:30
    `,
  },
  {
    conference: 'linux-conf-au-2020',
    at: '2020-01-15T11:00',
    language: 'en',
    questions: `
      g'day, what's on in room 6 at the moment => now; room:^room.6 runs:11:00
      talks by keith packard => find; by:packard
      friday morning in the arena => find/programme; day:6 room:arena until:12:00
      what is the keynote on thursday => find/programme; day:5 top:keynote
      kernel testing => find; top:kernel
      anything on after lunch in room 5? => find/programme; day:4 room:^room.5 from:13:30
    `,
  },
  {
    conference: 'scottishsummit-2026',
    at: '2026-10-03T12:20',
    language: 'en',
    questions: `
      lightning talks => find/programme; type:lightning
      whats in the cap and thistle next => next; room:cap next
      Who's Mark Carrington? => find; by:carrington
      copilot sessions after 4 => find/programme; from:16:00 about:copilot
      last slot in moncreiff 3 => find/programme; room:moncreiff.3 last
      workshops => find/programme; about:workshop
    `,
  },
  {
    conference: 'camp2019',
    at: '2019-08-22T13:10',
    language: 'de',
    questions: `
      was läuft jetzt in Meitner => now; room:meitner runs:13:10
      englische talks heute abend => find/programme; day:2 from:18:00 lang:en
      blockchain => find; top:blockchain
      der erste vortrag morgen => find/programme; day:3 first
    `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-03T14:10',
    language: 'en',
    conversation: true,
    questions: `
      rust today => find/programme; day:1 about:rust
      and tomorrow? => find/programme; day:2 about:rust
      go devroom => programme/find; track:^go.dev
      star the second one => act
      remind me 20 minutes before => act
      what did i star => mine
      what's on in janson now => now; room:janson runs:14:10
      and after that? => next/find; ids:3209
      in another room? => next/find/now
      security tomorrow after 3pm => find/programme; day:2 from:15:00 about:secur
      more => find/programme; day:2 from:15:00
    `,
  },
  {
    conference: '31c3',
    at: '2014-12-28T10:00',
    language: 'de',
    stars: ['6123', '6261', '6253'],
    conversation: true,
    questions: `
      was hab ich mir gemerkt? => mine; starred
      mein nächster vortrag => mine/find/next; ids:6123
      und danach? => mine/find/next
      füll meine lücken => suggest
      etwas über quantencomputer => find; top:quantum
      merk dir den => act/unknown
      erinner mich ne viertelstunde vorher => act/unknown
      und morgen? => find/programme; day:3 about:quant
    `,
  },
];
