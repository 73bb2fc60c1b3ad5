import type { UnseenSection } from './oracle.ts';

/** Written once half A was right, to find where its rules take too much; used to mend them. */
export const LATER: readonly UnseenSection[] = [
  {
    conference: 'fosdem-2024',
    at: '2024-02-03T14:10',
    language: 'en',
    questions: `
    use after free => find; top:.
    hello => help
    hello there! => help
    good morning => help
    good evening, what's on now? => now; day:1 runs:14:10
    ok thanks, what's next in janson => next; room:janson next
    is there a talk about maps? => find; about:map
    internet => find; about:internet
    anything on the linked list => find
    best talks on databases => find; about:database
    what's on at 16:30 in UD2.120 => find/now/programme; day:1 room:ud2.120 runs:16:30
    saturday 5pm janson => find/now/programme; day:1 room:janson runs:17:00
    tomorrow 9am => find/now/programme; day:2 runs:09:00
    tomorrow at 9 => find/now/programme; day:2 runs:09:00
    tomorrow in janson from 10 to 12 => find/programme; day:2 room:janson from:10:00 until:12:00
    day 2 rust => find/programme; day:2 about:rust
    day two keynotes => find/programme; day:2 type:keynote
    what is on in an hour => find/now/programme; day:1 runs:15:10
    whats on in 30 mins in janson => find/now/programme; room:janson runs:14:40
    is anything on about python right now => now; day:1 runs:14:10
    python now => now; day:1 runs:14:10
    next python talk => next; about:python
    who speaks next in H.1308 => next; room:h.1308 next
    until 4pm in K.1.105 => find/programme; day:1 room:k.1.105 until:16:00
    this evening => find/programme; day:1 from:18:00
    later today about security => find; day:1 from:14:10 about:secur
    what talks are left today in janson => find/programme; day:1 room:janson from:14:10
    the sbom devroom on sunday morning => find/programme; day:2 track:bill.of.mat until:12:00
    whats in UB2.252A tmrw => find/programme; day:2 room:ub2.252a
    liam proven => find; by:liam.proven
    talks by liam provens => find; by:liam
    Josh van Leeuwen talk => find; by:leeuwen
    who gives the curl talk => find; top:curl
    where and when is the talk about magic? => find; top:magic
    what room is Daniel Stenberg in => find; by:stenberg
    which talks are in german => find/programme
    english talks about rust => find/programme; about:rust
    how do i get to janson => find/programme; room:janson
    when does lunch start => unknown/find/help/programme; unsure
    what's the weather like => unknown/find/help; unsure
    who are you => help
    can i get a refund for my ticket => unknown/find/help; unsure
    I lost my wallet, what do I do? => unknown/find/help; unsure
    my next talk => mine
    any free time tomorrow? => suggest
    what's cancelled today? => changes
    did anything move? => changes
    recommend me something about security => find/suggest; about:secur
    what should i see after lunch => suggest
    what do you recommend tomorrow morning? => suggest
    anything good at 5? => suggest/find
    type:keynote sunday => find/programme; day:2 type:keynote
    speaker:stenberg => find
    workshops tomorrow => find/programme; day:2
    emulators sunday => find/programme; day:2 about:emulat
    kernel track tomorow afternoon => find/programme; day:2 track:kernel from:12:00 until:18:00
    postgres => find; about:postgres
    show me the first talk in every room tomorrow => find/programme; day:2
    second day first keynote => find/programme; day:2 type:keynote first
    a talk about the cyber resilience act => find; about:cra|cyber.resilience
    3pm => find/now/programme; day:1 runs:15:00
    15h => find/now/programme; day:1 runs:15:00
    sun 11am janson => find/now/programme; day:2 room:janson runs:11:00
    go => find; about:go
    go talks => find/programme; about:go
    matrix => find; about:matrix
    what is matrix 2.0 => find; top:matrix
    how to write a linter => find; top:linter
    how can I contribute to open source => find; top:.
  `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-03T14:10',
    language: 'de',
    questions: `
    hallo, was läuft gerade in janson? => now; room:janson runs:14:10
    vorträge über rust morgen => find/programme; day:2 about:rust
    morgen um 10 in janson => find/now/programme; day:2 room:janson runs:10:00
    keynotes am sonntag => find/programme; day:2 type:keynote
    wer spricht als nächstes in K.1.105 => next; room:k.1.105 next
    wann ist der vortrag von Daniel Stenberg => find; by:stenberg
    wo ist der go devroom => find/programme; track:^go.dev
    lightning talks heute nachmittag => find/programme; day:1 type:lightning from:12:00 until:18:00
    um halb fünf in janson => find/now/programme; room:janson runs:16:30
    nach 17 uhr was mit security => find/programme; day:1 from:17:00 about:secur
    der erste vortrag morgen in janson => find/programme; day:2 room:janson first
    was kannst du mir für morgen empfehlen? => suggest
    englische vorträge zu python morgen => find/programme; day:2 about:python
    naechster vortrag in janson => next; room:janson next
    spaeter noch was zu kubernetes? => find/programme; day:1 from:14:10 about:kubernetes|k8s
    am 4. februar vormittags in janson => find/programme; day:2 room:janson until:12:00
    in einer stunde in janson => find/now/programme; room:janson runs:15:10
    vor 12 uhr morgen etwas zu datenbanken => find; day:2 until:12:00 about:database|sql
  `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-03T14:10',
    language: 'fr',
    questions: `
    salut ! quoi de prévu demain matin en Janson ? => find/programme; day:2 room:janson until:12:00
    quelles conférences sur python demain ? => find/programme; day:2 about:python
    qui parle maintenant en K.1.105 => now; room:k.1.105 runs:14:10
    la prochaine conférence en Janson => next; room:janson next
    où est le devroom rust ? => find/programme; track:^rust
    à 16h30 en Janson => find/now/programme; room:janson runs:16:30
    entre 15h et 17h en Janson => find/programme; day:1 room:janson from:15:00 until:17:00
    après 17h quelque chose sur le web => find/programme; day:1 from:17:00
    lightning talks demain après-midi => find/programme; day:2 type:lightning from:12:00 until:18:00
    première conférence demain en K.1.105 => find/programme; day:2 room:k.1.105 first
    dimanche à trois heures et demie en Janson => find/now/programme; day:2 room:janson runs:15:30
    où puis-je manger des frites => unknown/find/help; unsure
    quoi de neuf ? => changes
    mes favoris => mine
    aide => help
    qui est Ludovic Dubost ? => find; by:dubost
    demain => programme/find; day:2
    ce soir en Janson => find/programme; day:1 room:janson from:18:00
    dans une demi-heure en Janson => find/now/programme; room:janson runs:14:40
    merci beaucoup pour ton aide => thanks
  `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-03T14:10',
    language: 'nl',
    questions: `
    hoi, wat is er nu in Janson? => now; room:janson runs:14:10
    morgen om half drie in Janson => find/now/programme; day:2 room:janson runs:14:30
    zondagochtend rust => find/programme; day:2 until:12:00 about:rust
    eerste praatje morgen in Janson => find/programme; day:2 room:janson first
    wat is de laatste lezing vandaag in K.1.105 => find/programme; day:1 room:k.1.105 last
    na 17 uur iets over security => find/programme; day:1 from:17:00 about:secur
    volgende in H.1308 => next; room:h.1308 next
    waar is het toilet => unknown/find/help; unsure
    wie geeft de lezing over curl => find; top:curl
    mijn lijst => mine
    verras me => suggest
    wat is er veranderd? => changes
    bliksempraatjes morgen => find/programme; day:2
    keynotes zondag => find/programme; day:2 type:keynote
    vanavond in Janson => find/programme; day:1 room:janson from:18:00
    over een uur in Janson => find/now/programme; room:janson runs:15:10
    hoe laat spreekt Daniel Stenberg => find; by:stenberg
    kwart over vijf in Janson => find/now/programme; room:janson runs:17:15
  `,
  },
  {
    conference: 'fosdem-2024',
    at: '2024-02-03T14:10',
    language: 'es',
    questions: `
    hola, ¿qué hay ahora en Janson? => now; room:janson runs:14:10
    charlas de rust mañana por la mañana => find/programme; day:2 until:12:00 about:rust
    ¿dónde está la sala de Go? => find/programme
    mañana a las diez en Janson => find/now/programme; day:2 room:janson runs:10:00
    a las cuatro y media en Janson => find/now/programme; room:janson runs:16:30
    la última charla de hoy en Janson => find/programme; day:1 room:janson last
    después de las 5 algo de seguridad => find/programme; day:1 from:17:00
    siguiente charla en K.1.105 => next; room:k.1.105 next
    ¿quién habla de curl? => find; top:curl
    esta noche en Janson => find/programme; day:1 room:janson from:18:00
    esta tarde en Janson => find/programme; day:1 room:janson from:12:00
    domingo por la tarde keynotes => find/programme; day:2 type:keynote
    mi lista => mine
    ¿qué ha cambiado? => changes
    sorpréndeme => suggest
    dentro de media hora en Janson => find/now/programme; room:janson runs:14:40
    ¿cuándo habla Daniel Stenberg? => find; by:stenberg
    primera charla de mañana en Janson => find/programme; day:2 room:janson first
    ¿a qué hora es la charla de Daniel Stenberg? => find; by:stenberg
    entre las 3 y las 5 en Janson => find/programme; day:1 room:janson from:15:00 until:17:00
  `,
  },
  {
    conference: 'kubecon-eu-2026',
    at: '2026-03-24T14:35',
    language: 'en',
    questions: `
    room b in hall 7 at 4:15pm => find/now/programme; day:3 room:hall.7.*room.b runs:16:15
    maintainer track tomorrow morning => find/programme; day:4 track:maintainer until:12:00
    what's happening now in the auditorium => now; room:^auditorium$ runs:14:35
    security talks on thursday => find/programme; day:5 about:secur
    when is the next tutorial => next; about:tutorial
    next coffee break => next/find/unknown
    closing remarks => find; top:closing
    Whitney Lee => find; by:whitney
    anything by Lin Sun on thursday? => find; by:lin.sun day:5
    platform engineering thursday afternoon => find/programme; day:5 from:12:00 until:18:00 about:platform
  `,
  },
  {
    conference: 'linux-conf-au-2020',
    at: '2020-01-15T11:00',
    language: 'en',
    questions: `
    what's on in the arena at 1:30 => find/now/programme; day:4 room:arena runs:13:30
    next talk in room 8? => next; room:^room.8 next
    bunnie => find; by:bunnie
    talks about risc-v on monday => find/programme; day:2 about:risc
    matthew garrett's talk => find; by:garrett
    what's on thursday arvo in room 6 => find/programme; day:5 room:^room.6 from:12:00 until:18:00
    last talk of the conference => find/programme; last
  `,
  },
];
