import type { UnseenSection } from './oracle.ts';

/**
 * Written in one go as by people in a corridor, before any was answered: on a camp where half is German,
 * and on a conference of a week; with typing slips, in five languages, some carrying on. Of the 73, 65
 * came out right at first, and 3 of the others were sure; five had been judged wrongly.
 */
export const CAMPERS: readonly UnseenSection[] = [
  {
    conference: 'camp2019',
    at: '2019-08-23T17:20',
    language: 'de',
    questions: `
      was läuft grade => now; day:3 runs:17:20
      was kommt heute abend in curie => find/programme/next; day:3 room:curie from:18:00
      gibts was zu bluetooth schlössern => find; top:bluetooth
      irgendwas mit koffein? => find; top:koffein
      wer redet über 5g => find; top:5g
      wann redet anne roth => find; by:anne.roth
      vortrag über die klimakrise => find; top:klimakrise
      wann ist die abschlussveranstaltung => find; top:closing
      blockchian vorträge => find; about:blockchain
      was läuft am samstag nach 20 uhr => find/programme; day:4 from:20:00
      was macht der erdgeist => find; by:erdgeist
      wo is die toilette => unknown/find; unsure
      wie wird das wetter morgen => unknown/find; unsure
      kann man hier irgendwo duschen? => unknown/find; unsure
      gesichtserkennung => find; top:megapixels
      nach dem abendessen noch was über drohnen? => find; about:drohn|drone
      der letzte vortrag vom camp => find/programme; day:5 last
      was hab ich gestern nachmittag in meitner verpasst => find/programme; day:2 room:meitner from:12:00 until:18:00
      dns ueber https => find; top:doh
      herzschrittmacher => find; top:pacemaker
    `,
  },
  {
    conference: 'camp2019',
    at: '2019-08-23T17:20',
    language: 'en',
    questions: `
      anything about sdr => find; about:sdr
      whos talking about mixnets => find; top:mix
      wheres the drone talk => find; top:drone
      whats next in meitner => next/find/programme; room:meitner next
      talks in english tonight => find/programme; day:3 lang:en from:18:00
      quality of service => find; about:quality.of.service|qos
      when does trammell hudson speak => find; by:hudson
      can i charge my phone somewhere => unknown/find; unsure
      video games tomorow => find/programme; day:4 about:game|video|spiel|film
      space probes => find; top:sputnik
    `,
  },
  {
    conference: 'camp2019',
    at: '2019-08-24T13:20',
    language: 'fr',
    questions: `
      qu'est-ce qui passe maintenant => now; day:4 runs:13:20
      quelque chose sur la vie privée cet après-midi => find; day:4 about:privacy from:12:00 until:18:00
      la cérémonie de clôture c'est quand => find; top:closing
      reconnaissance faciale => find; top:megapixels|technopolice|privacy
      où est-ce qu'on mange => unknown/find; unsure
    `,
  },
  {
    conference: 'camp2019',
    at: '2019-08-24T19:30',
    language: 'de',
    conversation: true,
    questions: `
      was läuft um 20 uhr => find/now/programme; day:4 runs:20:00
      und danach? => find/next/programme; day:4 from:20:45 next
      und in curie? => find/next/programme; top:little.big.data
      merk dir das => act
      danke dir => thanks
    `,
  },
  {
    conference: 'linux-conf-au-2020',
    at: '2020-01-15T13:40',
    language: 'en',
    questions: `
      what's on right now in room 5 => now/find; room:^room.5$ runs:13:40
      keith packard talks => find; by:packard
      is there a rust intro => find; top:rust
      whats happening at half three tomorow => find/now/programme; day:5 runs:15:30
      anything on zfs => find; about:zfs
      keynote tomorrow who => find/programme; day:5 about:keynote
      which talks are about gpus => find; about:gpu
      freebsd stuff yesterday => find/programme; day:3 about:freebsd
      when's the penguin dinner => find; unsure
      conference closing => find; top:close|closing
      who's karen sandler => find; by:sandler
      does bunnie speak => find; by:bunnie
      whens morning tea => unknown/find; top:morning.tea
      quantum => find; top:quantum
      any ladies restroom on this floor => unknown/find; unsure
      docs talks for people who hate docs => find; about:doc
    `,
  },
  {
    conference: 'linux-conf-au-2020',
    at: '2020-01-15T13:40',
    language: 'es',
    questions: `
      qué hay ahora => now; day:4 runs:13:40
      charlas sobre privacidad mañana => find; day:5 about:privacy
      quién habla de contenedores => find; about:container
      la última charla del viernes => find/programme; day:6 last
      dónde está el baño => unknown/find; unsure
      algo de seguridad esta tarde => find; day:4 about:secur from:12:00
    `,
  },
  {
    conference: 'linux-conf-au-2020',
    at: '2020-01-16T10:00',
    language: 'nl',
    questions: `
      wat is er nu bezig => now; day:5 runs:10:00
      iets over opslag vandaag => find; day:5 about:storage|ntfs|disk
      wanneer spreekt matthew garrett => find; by:garrett
      wat komt er na de lunch in de arena => find/next/programme; day:5 room:arena from:12:25
      waar kan ik mijn jas ophangen => unknown/find; unsure
      praatjes over huisautomatisering => find; top:home.automation
    `,
  },
  {
    conference: 'linux-conf-au-2020',
    at: '2020-01-13T12:20',
    language: 'en',
    conversation: true,
    questions: `
      what's on after lunch => find/programme; day:2 from:12:25
      only room 7 => find/programme; day:2 room:^room.7$ from:12:25
      tomorrow instead => find/programme; day:3 room:^room.7$
      the second one => find
      who is that => find
    `,
  },
];
