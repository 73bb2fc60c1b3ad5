import type { UnseenSection } from './oracle.ts';

/** Written with half A before the grammar was read, kept aside, and measured once: 105 of 124 right before, 114 after half A; then mended, too. */
export const HALF_B: readonly UnseenSection[] = [
  {
    conference: 'containers',
    at: '2020-02-01T13:25',
    language: 'en',
    questions: `
      what is going on at the moment pls => now; runs:13:25
      up next? => next; next
      bpf => find; top:bpf
      what time does adrian reber speak => find; by:reber
      sth about memory managment => find; top:memory
      talks after 5pm => find/programme; from:17:00
      opening talk => find/programme; first
      what comes before 11:30 => find/programme; until:11:30
      where is the toilet => unknown/find/help; unsure
      cheers mate => thanks
      how does this work? => help
      any changes to the schedule? => changes
      runnig linux systems in containrs => find; top:linux.systems
      qu'est-ce qu'il y a maintenant => now; runs:13:25
      is it going to rain today => unknown/find/help; unsure
      surprise me please => suggest
    `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-03T14:10',
    language: 'en',
    questions: `
      currently in K.1.105 => now; room:k.1.105 runs:14:10
      postgres talks tmrw afternoon => find/programme; day:2 from:12:00 until:18:00 about:postgres
      rust devroom after 4pm => find/programme; day:1 track:^rust from:16:00
      next up in the go room? => next; track:^go.dev next
      when does filippo valsorda speak => find; by:valsorda
      which room is the postgresql devroom in? => find/programme; track:^postgres
      lightning talks this afternoon => find/programme; day:1 type:lightning from:12:00 until:18:00
      who's holger levsen? => find; by:levsen
      WHERE IS THE CURL TALK => find; top:curl
      hi! could you tell me what's in janson tomorrow at 3 pm? thanks => find/now/programme; day:2 room:janson runs:15:00
      smth on fpga or vlsi tomorow => find/programme; day:2 about:fpga|vlsi
      any talks on retro computers sunday => find/programme; day:2 about:retro|emulat|amiga|commodore|c64
      matrix, sunday, before 3 => find/programme; day:2 until:15:00 about:matrix
      how do i get to the airport => unknown/find/help; unsure
      who won the world cup => unknown/find/help; unsure
      awesome, thank you!! => thanks
      quarter past five in ud2.218a => find/now/programme; day:1 room:ud2.218a runs:17:15
      keynotes sunday => find/programme; day:2 type:keynote
      first talk tomorrow in k.1.105 => find/programme; day:2 room:k.1.105 first
      main track talks today after 5 => find/programme; day:1 track:main from:17:00
      anything starting within the hour on containers => find; day:1 from:14:10 until:15:11 about:container
      junior workshops on sunday => find/programme; day:2 type:junior
    `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-03T14:10',
    language: 'nl',
    questions: `
      wat komt er hierna in Janson? => next; room:janson next
      iets over python zondagmiddag => find/programme; day:2 from:12:00 until:18:00 about:python
      wie is Ludovic Dubost => find; by:ludovic
      waar is de rust devroom => find/programme; track:^rust
      dank je wel => thanks
      lezingen tussen 16 en 17 uur in Janson => find/programme; day:1 room:janson from:16:00 until:17:00
    `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-04T10:05',
    language: 'fr',
    questions: `
      c'est quoi la suite en Janson => next; room:janson next
      quelque chose sur la sécurité cet après-midi => find/programme; day:2 from:12:00 until:18:00 about:secur
      quand parle Scott Chacon ? => find; by:chacon
      la dernière conférence de la journée en Janson => find/programme; day:2 room:janson last
      merci bcp => thanks
      keynotes d'hier => find/programme; day:1 type:keynote
    `,
  },
  {
    conference: '31c3',
    at: '2014-12-28T16:20',
    language: 'de',
    questions: `
      was geht gerade in saal 6 => now; room:saal.6 runs:16:20
      und was kommt danach so in Saal 1 bitte? => next; room:saal.1 next
      vorträge auf deutsch heute abend => find/programme; day:2 from:18:00 lang:de
      wo ist die hacker jeopardy oder das googlequiz? => find; top:quiz
      wann spricht Richard Stallman? => find; by:stallman
      morgen vormittag security => find/programme; day:3 until:12:00 about:secur|hack|sicher
      irgendwas mit Weltraum? => find; about:space|rocket|telescope|satell
      wo bekomme ich kaffee => unknown/find/help; unsure
      die letzten vorträge heute in saal 6 => find/programme; day:2 room:saal.6 last
      was läuft ab 22 uhr => find/programme; day:2 from:22:00
      viertel vor neun in saal 2 => find/now/programme; day:2 room:saal.2 runs:20:45
      vielen lieben dank => thanks
      gabs änderungen im programm? => changes
      was soll ich mir anschauen => suggest
      tag 3, ccc track => find/programme; day:3 track:ccc
      gestern nachmittag saal g => find/programme; day:1 room:saal.g from:12:00 until:18:00
    `,
  },
  {
    conference: 'kubecon-eu-2026',
    at: '2026-03-24T14:35',
    language: 'en',
    questions: `
      tutorials tomorrow => find/programme; day:4 about:tutorial
      what is running in the forum right now? => now; room:^forum$ runs:14:35
      keynotes on thursday => find/programme; day:5 about:keynote
      etcd roadmap => find; top:etcd
      security track this afternoon => find/programme; day:3 track:^security from:12:00 until:18:00
      when does Greg Kroah-Hartman talk => find; by:kroah
      lightning talks wed => find/programme; day:4 about:lightning
      next in hall 11 => next; room:hall.11 next
      what's in elicium 1 at quarter past four => find/now/programme; day:3 room:elicium.1 runs:16:15
      opentelemetry on thursday pls => find/programme; day:5 about:opentelemetry|otel|telemetry
    `,
  },
  {
    conference: 'pycon-us-2024',
    at: '2024-05-17T11:10',
    language: 'es',
    questions: `
      ¿qué charla viene después en hall c? => next; room:hall.c next
      ¿Qué hay mañana por la mañana? => find/programme; day:4 until:12:00
      ¿Quién es Pablo Galindo? => find; by:galindo
      charlas sobre django hoy => find/programme; day:3 about:django
      entre las 15 y las 16 en ballroom a => find/programme; day:3 room:ballroom.a from:15:00 until:16:00
      muchas gracias! => thanks
      ¿dónde puedo comer? => unknown/find/help; unsure
      recomiéndame algo => suggest
    `,
  },
  {
    conference: 'pycon-us-2024',
    at: '2024-05-17T11:10',
    language: 'en',
    questions: `
      posters on sunday => find/programme; day:5 about:poster
      simon willisons keynote => find; top:willison
      anything on debuggers before 1pm => find/programme; day:3 until:13:00 about:debug
      spanish talks tomorrow => find/programme; day:4 about:charla|spanish
      what's at 2pm in ballroom bc => find/now/programme; day:3 room:ballroom.bc runs:14:00
    `,
  },
  {
    conference: 'linux-conf-au-2020',
    at: '2020-01-15T11:00',
    language: 'en',
    questions: `
      whats on next in the arena => next; room:arena next
      when is karen sandler on => find; by:sandler
      thursday afternoon room 8 => find/programme; day:5 room:^room.8 from:12:00 until:18:00
      lightning talks friday => find/programme; day:6 top:lightning
      how does zfs work => find; top:zfs
      keynote tomorrow? => find/programme; day:5 top:keynote
    `,
  },
  {
    conference: 'scottishsummit-2026',
    at: '2026-10-03T12:20',
    language: 'en',
    questions: `
      lightning talks at half one => find/now/programme; type:lightning from:13:00 until:14:00
      what's on now in moncreiff 1 => now; room:moncreiff.1 runs:12:20
      talks by zoe wilson => find; by:zoe
      azure sessions after 3pm => find/programme; from:15:00 about:azure
      anything about mental health? => find; top:mental
      last talk in presidents suite 1 => find/programme; room:presidents.suite.1 last
    `,
  },
  {
    conference: 'camp2019',
    at: '2019-08-22T13:10',
    language: 'de',
    questions: `
      was kommt als nächstes in curie? => next; room:curie next
      deutsche vorträge am samstag => find/programme; day:4 lang:de
      koffein => find; top:koffein
      die letzte veranstaltung am sonntag => find/programme; day:5 last
    `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-03T14:10',
    language: 'en',
    conversation: true,
    questions: `
      anything on kubernetes this afternoon? => find/programme; day:1 from:12:00 until:18:00 about:kubernetes|k8s
      what about sunday => find/programme; day:2 about:kubernetes|k8s
      python devroom => programme/find; track:^python
      star the first one => act
      ping me half an hour before => act
      my list => mine
      what's next in janson => next; room:janson next
      and then? => next/find; ids:3648
      unstar it => act
      embedded tomorrow before 11 => find/programme; day:2 until:11:00
      show more => find/programme
    `,
  },
  {
    conference: '31c3',
    at: '2014-12-28T10:00',
    language: 'de',
    stars: ['6123', '6261', '6253'],
    conversation: true,
    questions: `
      zeig meine liste => mine; starred
      was steht bei mir als nächstes an => mine/find/next; ids:6123
      und dann? => mine/find/next
      was passt in meine lücken => suggest
      irgendwas mit drohnen => find; top:drone
      den merken bitte => act/unknown
      sag mir 5 minuten vorher bescheid => act/unknown
      und am dienstag? => find/programme
    `,
  },
];
