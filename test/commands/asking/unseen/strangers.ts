import type { UnseenSection } from './oracle.ts';

/**
 * Written as strangers would type, before anything was mended for them, on conferences that no other
 * question was written on; before, in the middle of and after each.
 */
export const STRANGERS: readonly UnseenSection[] = [
  {
    conference: 'containers',
    at: '2020-02-01T13:00',
    language: 'en',
    questions: `
      yo whats on rn => now; runs:13:00
      hey can you tell me what comes after this? => next/find; next
      who is adrian reber => find; by:reber
      wheres adrian rebers talk => find; by:reber
      kubernets on arm => find; top:arm64
      anything on kernel memory? => find; top:memory
      Stuff about security pls => find; about:secur
      whats happening at ten to five => find/now/programme; runs:16:50
      what's left this afternoon => find/programme; from:13:00 until:18:00
      anything after 6 => find/programme; from:18:00
      is steam being talked about => find; top:steam
      ok which talk is the very last one => find/programme; last
      did i miss podman? => find; top:podman
      is there free coffee => unknown/find/help; unsure
      how do I connect to the wifi => unknown/find/help; unsure
      what time does the cafeteria close => unknown/find/help; unsure
      who won the euros => unknown/find/help; unsure
      my phone got stolen => unknown/find/help; unsure
      where is the nearest atm => unknown/find/help; unsure
      what is 7 times 6 => unknown/find/help; unsure
      can you book me a taxi => unknown/find/help; unsure
      wo gibt es hier bier => unknown/find/help; unsure
      où sont les toilettes s'il vous plaît => unknown/find/help; unsure
      ¿dónde puedo aparcar? => unknown/find/help; unsure
      is er hier ergens een pinautomaat => unknown/find/help; unsure
      cheers mate => thanks
      what's been cancelled => changes
      what has changed since 11 => changes
    `,
  },
  {
    conference: 'containers',
    at: '2020-02-02T09:00',
    language: 'en',
    questions: `
      what's on now? => now
      was anything said about lxc => find; top:lxc
      talk by Akihiro Suda => find; by:suda
      what did chris down talk about => find; by:chris.down
      what was the first talk => find/programme; first
      anything else today => find/programme/next
      what ran at 11:30 yesterday => find/now/programme; day:1 runs:11:30
    `,
  },
  {
    conference: 'dddperth-2022',
    at: '2022-09-05T19:30',
    language: 'en',
    questions: `
      hi! what's on first => find/programme/now/next; first
      who is Aish Srinivas => find; by:aish
      talks on saturday morning => find/programme; until:12:00
      what's in the Kwonding room at 11:30? => find/now/programme; day:1 room:kwonding runs:11:30
      anything on microservices? => find; top:microservices
      ms copilot talk => find; top:copilot
      damian brady => find; by:brady
      is damian maclennan speaking => find; by:maclennan
      when does Michelle Mannering speak? => find; by:mannering
      something for designers => find; about:design
      talks about databases after 12 => find; from:12:00 about:database|data.lake|query|index|sql|storage
      how many people will come => unknown/find/help; unsure
      is there parking nearby => unknown/find/help; unsure
      can I bring my dog => unknown/find/help; unsure
      how much is a ticket => unknown/find/help; unsure
      what's the dress code => unknown/find/help; unsure
      will there be vegan food => unknown/find/help; unsure
      what can i see in bilya on saturday arvo => find/programme/suggest; room:bilya from:12:00 until:18:00
      recommend something => suggest
      what do you do => help
    `,
  },
  {
    conference: 'dddperth-2022',
    at: '2022-09-10T11:40',
    language: 'en',
    questions: `
      what is on right now => now; runs:11:40
      whats on in mangatj => now/programme/find; room:mangatj
      next in maali please => next; room:maali next
      whats next in the red gum room => next; room:red.gum next
      when is lunch? => find/programme/now/unknown/help/next
      what's on after lunch in kwoka => find/programme; room:kwoka from:14:35
      last session in yoorn => find/programme; room:yoorn last
      anything on DevOps at 12:50 => find/now/programme; runs:12:50 about:devops
      pen testing => find; top:pen-test
      powepoint tic tac toe => find; top:powerpoint
      feature trees => find; top:feature
      that talk with the ducks => find; top:ducks
      where is Ming Johanson talking => find; by:johanson
      in an hour => find/now/programme; runs:12:40
      half past twelve in galah => find/now/programme; room:galah runs:12:30
      between noon and one => find/programme; from:12:00 until:13:00
      who speaks in banksia now => now/find; room:banksia runs:11:40
      where do I get my badge => unknown/find/help; unsure
      whens the bus to the city => unknown/find/help; unsure
      i'm hungry => unknown/find/help; unsure
      somebody fainted, call a doctor => unknown/find/help; unsure
      who is the prime minister => unknown/find/help; unsure
      my list please => mine
      what did i star for later => mine
      anything new => changes
    `,
  },
  {
    conference: 'dddperth-2022',
    at: '2022-09-11T10:00',
    language: 'de',
    questions: `
      was läuft jetzt => now
      worum ging es bei Chris Ferrie => find; by:ferrie
      vorträge über KI => find
      was war gestern um 13 uhr in der Bilya => find/now/programme; day:1 room:bilya runs:13:00
      gibt es morgen noch etwas? => find/programme
      vielen lieben dank! => thanks
    `,
  },
  {
    conference: 'rc3-channels-2020',
    at: '2020-12-28T12:30',
    language: 'de',
    questions: `
      moin, was läuft grad => now; day:2 runs:12:30
      und was kommt danach? => next; next
      was läuft heute abend => find/programme; day:2 from:18:00
      morgen früh => find/programme; day:3 until:12:00
      freifunk => find; top:freifunk
      gibts was über amateurfunk? => find; top:amateurfunk
      vortrag zu corona morgen => find; day:3 about:corona|exposure
      wann spricht Stefania Maurizi => find; by:maurizi
      wer ist Björn Ruytenberg? => find; by:ruytenberg
      was gibts auf englisch heute nachmittag => find/programme; day:2 lang:en from:12:00 until:18:00
      deutsche vorträge morgen => find/programme; day:3 lang:de
      um halb vier => find/now/programme; day:2 runs:15:30
      um viertel vor neun => find/now/programme; day:2 runs:20:45
      was läuft in bamberg => now/programme/find; room:bamberg
      letzter vortrag heute in monheim => find/programme; day:2 room:monheim last
      nächster workshop => next; type:workshop next
      bambrg morgen nachmittag => find/programme; day:3 room:bamberg from:12:00 until:18:00
      fediverse => find; top:fediverse
      zwischen 13 und 15 uhr am 29. => find/programme; day:3 from:13:00 until:15:00
      was war gestern um 20 uhr => find/now/programme; day:1 runs:20:00
      der vortrag mit den waffeln => find; top:waffle
      thunderbolt sicherheit => find; top:thunderbolt
      überrasch mich mal => suggest
      zeig meine liste => mine
      hat sich was geändert? => changes
      wie lautet das wlan passwort => unknown/find/help; unsure
      wo krieg ich einen mate her => unknown/find/help; unsure
      wie wird das wetter morgen => unknown/find/help; unsure
      mein rucksack ist weg => unknown/find/help; unsure
      wer hat die bundestagswahl gewonnen => unknown/find/help; unsure
      kann man hier irgendwo duschen => unknown/find/help; unsure
      wie komme ich zum bahnhof => unknown/find/help; unsure
      was kostet der eintritt => unknown/find/help; unsure
      danke dir => thanks
      hilfe => help
    `,
  },
  {
    conference: 'rc3-channels-2020',
    at: '2020-12-31T12:00',
    language: 'en',
    questions: `
      whats on now => now
      the lego talk => find; top:lego
      assange => find; top:assange
      talks by kamil => find; by:kamil
      when was the iommu talk => find; top:iommu
      what was on yesterday at noon => find/now/programme; day:4 runs:12:00
    `,
  },
  {
    conference: '27c3',
    at: '2010-12-28T15:50',
    language: 'en',
    questions: `
      whats on in saal 1 at 4 => find/now/programme; day:2 room:saal.1 runs:16:00
      next up in saal 2? => next; room:saal.2 next
      console hacking => find; top:console
      lightning talks tomorrow => find/programme; day:3 type:lightning
      daniel bernstein's talk tonight => find; by:bernstein
      anything about tor on day 4 => find; day:4 about:tor
      hacking talks tonite => find/programme; day:2 about:hacking from:18:00
      gsm => find; about:gsm
      what's the last thing in saal 3 tomorrow => find/programme; day:3 room:saal.3 last
      quarter past five in saal 3 => find/now/programme; day:2 room:saal.3 runs:17:15
      jeopardy?? => find; top:jeopardy
      science track thursday => find/programme; day:4 track:science
      anything in english before 4pm tomorrow => find/programme; day:3 lang:en until:16:00
      where can i charge my laptop => unknown/find/help; unsure
      when does the bar open => unknown/find/help; unsure
      do you like me => unknown/find/help/thanks; unsure
    `,
  },
  {
    conference: '27c3',
    at: '2010-12-28T15:50',
    language: 'fr',
    questions: `
      qu'est-ce qu'il y a maintenant => now
      et demain soir ? => find/programme; day:3 from:18:00
      que se passe-t-il à 21h45 en Saal 1 => find/now/programme; day:2 room:saal.1 runs:21:45
      quand parle Steven Murdoch => find; by:murdoch
      une conférence sur android demain => find; day:3 top:android
      c'est quoi le mot de passe du wifi => unknown/find/help; unsure
      y a-t-il un médecin => unknown/find/help; unsure
      mes conférences => mine
      merci bien => thanks
    `,
  },
  {
    conference: '27c3',
    at: '2010-12-28T15:50',
    language: 'nl',
    questions: `
      wat is er nu bezig => now
      morgenmiddag in saal 1 => find/programme; day:3 room:saal.1 from:12:00 until:18:00
      iets over cryptografie vanavond? => find; day:2 from:18:00 about:crypt
      wie is Julia Wolf => find; by:wolf
      waar kan ik iets eten => unknown/find/help; unsure
      heeft iemand een oplader voor mij => unknown/find/help; unsure
      dankjewel => thanks
    `,
  },
  {
    conference: '27c3',
    at: '2010-12-27T08:00',
    language: 'es',
    questions: `
      ¿qué hay ahora? => now
      ¿qué charla es la primera? => find/programme/now/next; first
      charlas de privacidad el miércoles => find; day:3 about:privacy
      ¿cuándo habla Julia Wolf? => find; by:wolf
      a las cuatro en Saal 2 => find/now/programme; day:1 room:saal.2 runs:16:00
      ¿cuál es la contraseña del wifi? => unknown/find/help; unsure
      he perdido mi mochila => unknown/find/help; unsure
      sorpréndeme => suggest
      gracias => thanks
    `,
  },
];
