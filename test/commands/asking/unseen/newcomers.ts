import type { UnseenSection } from './oracle.ts';

/**
 * Written before anything was mended for them, on a convention of 1,386 items and on a small
 * conference for developers, neither of which any question was written on before.
 */
export const NEWCOMERS: readonly UnseenSection[] = [
  {
    conference: 'chicon-8',
    at: '2022-09-02T13:10',
    language: 'en',
    questions: `
      where is scalzi reading => find; top:scalzi
      anything about batman => find; top:batman
      who's doing the autographing right now => now/find/programme; track:autographing runs:13:10
      table talks tomorrow morning => find/programme; day:3 until:12:00 about:table.talk
      panels on horror tonight => find; day:2 from:18:00 about:horror
      is there anything for kids this afternoon => find/programme; day:2 about:kid|child|famil from:12:00 until:18:00
      what's on in grand hall j at half four => find/now/programme; room:^grand.hall.j$ runs:16:30
      closing ceremony => find; top:^closing.ceremony
      when's the first filk concert on saturday => find/programme; day:3 about:filk|concert
      can a robot be a person => find; top:robot|AI.be.a.person
      charlie jane anders please => find; by:charlie.jane.anders
      workshops on saturday before noon => find/programme; day:3 until:12:00 type:workshop
      what did you change today => changes
      anything in janson => unknown/find; unsure
      do you know a good pizza place => unknown/find/help; unsure
      how many hugos did le guin win => unknown/find; unsure
      lost my badge, what now => unknown/find/help; unsure
      is it going to rain => unknown/find/help; unsure
      nasa mission to a metal asteroid => find; top:psyche
      suprise me => suggest
    `,
  },
  {
    conference: 'chicon-8',
    at: '2022-09-03T18:00',
    language: 'de',
    questions: `
      Wo liest Charlie Stross? => find; by:charlie.stross
      was läuft gerade in plaza ab => now/find; room:plaza.ab runs:18:00
      etwas über raumschiffe => find; about:space|starship
      Wann ist die Abschlussfeier => find; top:^closing.ceremony
      morgen nach 14 uhr workshops => find/programme; day:4 from:14:00 type:workshop
      gibts was zu künstlicher intelligenz => find; about:\\bAI\\b|artificial.intelligence|robot
      Sonntag Vormittag in Airmeet 4 => find/programme; day:4 until:12:00 room:airmeet.4
      was habe ich mir gemerkt => mine
      wie wird das wetter morgen => unknown/find/help/programme; unsure
      ich habe hunger => unknown/find/help; unsure
    `,
  },
  {
    conference: 'chicon-8',
    at: '2022-09-04T09:00',
    language: 'fr',
    questions: `
      qui est Tananarive Due ? => find; by:tananarive.due
      qu'est-ce qu'il y a à 10h à Grand Hall I => find/now/programme; room:^grand.hall.i$ runs:10:00
      la cérémonie de clôture, c'est quand ? => find; top:^closing.ceremony
      les lectures de cet après-midi => find/programme; day:4 from:12:00 until:18:00 type:reading
      où est-ce que je peux acheter un sandwich => unknown/find/help; unsure
    `,
  },
  {
    conference: 'droidcon-2025',
    at: '2025-11-19T13:20',
    language: 'en',
    questions: `
      passkeys => find; top:passkeys
      anything at half two => find/now/programme; runs:14:30
      next up in sala 8 => next/find; room:sala.8 next
      whats after lunch => find/programme/next; from:14:00
      marco gomiero talk => find; by:gomiero
      koin => find; top:koin
      compose talks tomorrow => find; day:2 about:compose
      the last session today => find/programme; last day:1
      crosword puzzle => find; top:crosswords
      make apps usable for blind people => find; top:accessib|inclusive
      flutter performance => find; unsure
      is google paying for the drinks => unknown/find/help; unsure
      remind me of nothing => unknown/find/help/act/mine; unsure
      what's the hashtag => unknown/find/help; unsure
      whats my next talk => mine/next
      thx! => thanks
    `,
  },
  {
    conference: 'droidcon-2025',
    at: '2025-11-20T11:00',
    language: 'es',
    questions: `
      ¿qué hay ahora? => now/next/find
      charlas sobre bluetooth => find; top:bluetooth
      qué viene después en la sala 7 => next/find; room:sala.7 next
      ¿quién es Roman Levinzon? => find; by:levinzon
      seguridad esta tarde => find; day:2 from:12:00 about:secur|seguri
      ¿cuánto cuesta una cerveza? => unknown/find/help; unsure
      sorpréndeme => suggest
    `,
  },
  {
    conference: 'droidcon-2025',
    at: '2025-11-20T15:00',
    language: 'nl',
    questions: `
      wat is er nu in sala 7 => now/find; room:sala.7 runs:15:00
      laatste praatje van vandaag => find/programme; last day:2
      iets over wachtwoorden => find; top:passwords
      wie is Julien Salvi => find; by:salvi
      wat heb ik gisteren gemist over compose => find; day:1 about:compose
      waar kan ik mijn fiets neerzetten => unknown/find/help; unsure
    `,
  },
];
