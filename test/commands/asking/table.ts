/**
 * What people ask at conferences and what it means, written before there was anything to read it:
 * `question => intent, then the filters and the words`, at 10:40 on the second of three days of the
 * conference in `askedConference.ts`, unless the section says otherwise.
 */
export interface Section {
  readonly title: string;
  readonly language: string;
  /** Wall time at the venue. */
  readonly at: string;
  /** What was shown before: `kind: talk ids`, or a question that was answered before. */
  readonly after?: string;
  readonly questions: string;
}

const SATURDAY = '2026-11-07T10:40';

export const SECTIONS: readonly Section[] = [
  {
    title: 'Now, next and later',
    language: 'en',
    at: SATURDAY,
    questions: `
      what's on now => now
      whats on now? => now
      what is happening right now => now
      now => now
      what's running at the moment => now
      anything on in janson right now? => now room:janson
      what's currently in house of tea => now room:house-of-tea
      what's next => next
      next => next
      what's up next? => next
      what's next in janson => next room:janson
      next talk in K.4.201 => next room:k-4-201
      next in the house of tea please => next room:house-of-tea
      what is next in ud2.208 => next room:ud2-208-decroly
      next rust talk => next rust from:2-10.41 is:next
      when is the next keynote => next type:keynote from:2-10.41 is:next
      what's coming up => next
      what's on later => programme day:2 after:10.40
      what else is left today => programme day:2 after:10.40
      anything later about firmware => find firmware day:2 after:10.40
      what starts soon => next
    `,
  },
  {
    title: 'Days',
    language: 'en',
    at: SATURDAY,
    questions: `
      rust talks today => find rust day:2
      rust today => find rust day:2
      what's on today? => programme day:2
      today => programme day:2
      what's on tomorrow => programme day:3
      programme for tomorrow => programme day:3
      show me the schedule for sunday => programme day:3
      schedule sat => programme day:2
      Is there anything about databases on Friday? => find databases day:1
      what was on yesterday => programme day:1
      day 2 => programme day:2
      what's on day three => programme day:3
      talks on the last day => programme day:3
      first day security => find security day:1
      what happens on november 8 => programme day:3
      talks on 8 November about rust => find rust day:3
      2026-11-06 => programme day:1
      garbage collection on Sat => find garbage collection day:2
      what's in janson tomorrow => programme day:3 room:janson
      workshops on sunday => find type:workshop day:3
      are there any keynotes tomorrow? => find type:keynote day:3
    `,
  },
  {
    title: 'Hours',
    language: 'en',
    at: SATURDAY,
    questions: `
      security after 3pm => find security day:2 after:15
      what's on at 15:00 => programme day:2 at:15
      what is on at 3pm in janson => programme day:2 room:janson at:15
      talks at half past two => programme day:2 at:14.30
      what's happening at quarter to three => programme day:2 at:14.45
      rust before noon => find rust day:2 before:12
      anything between 10 and 12 tomorrow => programme day:3 after:10 before:12
      talks from 14:00 to 16:00 => programme day:2 after:14 before:16
      sunday until 12:00 => programme day:3 before:12
      rust sunday until noon => find rust day:3 before:12
      what's on this morning => programme day:2 before:12
      this afternoon => programme day:2 after:12 before:18
      security talks this afternoon => find security day:2 after:12 before:18
      what's on tonight => programme day:2 after:18
      anything fun this evening => find fun day:2 after:18
      tomorrow morning => programme day:3 before:12
      what's on sunday afternoon => programme day:3 after:12 before:18
      after lunch => programme day:2 after:13
      go talks after lunch => find go day:2 after:13
      around noon => programme day:2 after:11.30 before:12.30
      around 3pm tomorrow => programme day:3 after:14.30 before:15.30
      in an hour => programme day:2 at:11.40
      what's on in 20 minutes => programme day:2 at:11
      what starts in the next hour => programme day:2 after:10.40 before:11.40
      what's on at 2 => programme day:2 at:14
      tomorrow at 11am => programme day:3 at:11
      day 3 at 16:00 => programme day:3 at:16
      at 9 => programme day:3 at:9
      databases before 11 tomorrow => find databases day:3 before:11
      anything at noon? => programme day:2 at:12
      the last talk => find day:2 is:last
      last talk in janson => find day:2 room:janson is:last
      the first talk on Sunday => find day:3 is:first
      first security talk tomorrow => find security day:3 is:first
      what is the last talk of the conference => find is:last
    `,
  },
  {
    title: 'Rooms, tracks, types, languages and people',
    language: 'en',
    at: SATURDAY,
    questions: `
      janson => programme room:janson
      jansen => programme room:janson
      what's on in jansen => programme room:janson
      the go devroom => programme track:go
      go track tomorrow => programme day:3 track:go
      what's in the rust track today => programme day:2 track:rust
      house of tea this afternoon => programme day:2 room:house-of-tea after:12 before:18
      talks in blue => programme room:blue
      blue => programme room:blue
      blue screens => find blue screens
      web servers in rust => find web servers in rust
      lightning talks => find type:"lightning talk"
      any workshops left today? => find type:workshop day:2 after:10.40
      german talks => find lang:de
      talks in german tomorrow => find lang:de day:3
      anything in french? => find lang:fr
      security talks in english => find security lang:en
      talks by akihiro => find by:"Akihiro Suda"
      akihiro => find by:"Akihiro Suda"
      akihiro suda => find by:"Akihiro Suda"
      what does ana oliveira talk about => find by:"Ana Oliveira"
      who is akihiro suda? => find by:"Akihiro Suda"
      who is Sabine Klein => find by:"Sabine Klein"
      talks by akihito => find by:"Akihiro Suda"
      when is akihiro speaking? => find by:"Akihiro Suda"
      when does lena hoffmann speak tomorrow => find by:"Lena Hoffmann" day:3
      where is janson => find room:janson
      where is K.4.201? => find room:k-4-201
      where is the talk about fuzzing => find fuzzing
      when is the fuzzing talk => find fuzzing
      when is the quiz? => find quiz
      young founders => find young founders
      talks with mark young => find by:"Mark Young"
      who talks about supply chains => find supply chains
      jurgen gross => find by:"Jürgen Groß"
      retro computing devroom on friday => programme day:1 track:retro-computing
      what's next in the security track => next track:security from:2-10.41 is:next
    `,
  },
  {
    title: 'Topics that look like time, places or people',
    language: 'en',
    at: SATURDAY,
    questions: `
      fuzzing in five minutes => find fuzzing in five minutes
      a compiler in a weekend => find a compiler in a weekend
      generics two years later => find generics two years later
      see you next year => find see you next year
      next generation firewalls => find next generation firewalls
      who carries the small projects => find who carries the small projects
      first steps with postgres => find first steps with postgres
      last mile delivery => find last mile delivery
      help with packaging => find help with packaging
      what's new in postgres => find new in postgres
      anything about go? => find go
      is there something on embedded systems? => find embedded systems
      I'm looking for talks about containers => find containers
      do you have talks on supply chain security => find supply chain security
      garbage collection => find garbage collection
      rust => find rust
      rust or go => find rust or go
      "after lunch" => find "after lunch"
      room:janson after:14 => find room:janson after:14
      day zero exploits => find day zero exploits
      evening classes for developers => find evening classes for developers
    `,
  },
  {
    title: 'What is one’s own, what changed, what to see, and manners',
    language: 'en',
    at: SATURDAY,
    questions: `
      what did i star => mine
      my talks => mine
      show me my day as a picture => mine
      draw me my day => mine
      what are my settings => mine settings
      change my settings => mine settings
      show my list => mine
      my schedule for tomorrow => mine is:starred day:3
      my next talk => mine is:starred from:2-10.41 is:next
      what's my next talk? => mine is:starred from:2-10.41 is:next
      my talks this afternoon => mine is:starred day:2 after:12 before:18
      what changed => changes
      what has changed today? => changes
      any changes? => changes
      were any talks cancelled => changes
      what is cancelled? => changes
      what changed since breakfast? => changes since:Sat-07:00
      what changed since 9 => changes since:Sat-09:00
      what has changed since 14:00 => changes since:Fri-14:00
      what changed since yesterday? => changes since:Fri-04:00
      what changed since 2 => changes since:Sat-02:00
      anything new since lunch => changes since:Fri-12:00
      what changed in the last hour => changes since:Sat-09:40
      any changes in the last 20 minutes? => changes since:Sat-10:20
      what changed since friday 15:00 => changes since:Fri-15:00
      which talks were moved this morning => changes
      what changed on my list => changes is:starred
      tell me what changed => changes
      what changed in janson => changes room:janson
      did anything move in K.4.201 since 9? => changes since:Sat-09:00 room:k-4-201
      what changed in the rust devroom => changes track:rust
      what changed for firmware today => changes firmware
      what changed in open hardware => find changed in open hardware
      kernel changes => find kernel changes
      surprise me => suggest
      what should i see => suggest
      what should I see tomorrow => suggest day:3
      recommend something => suggest
      any suggestions for this afternoon? => suggest day:2 after:12 before:18
      fill my gap => suggest gap
      what can i see between my talks => suggest gap
      help => help
      what can you do? => help
      how does this work => help
      hi => help
      hello! => help
      thanks => thanks
      thank you so much! => thanks
      thx => thanks
      where is the toilet => unknown
      what's the wifi password => unknown
      where can I buy fries => unknown
      ??? => unknown
    `,
  },
  {
    title: 'What is not wanted, and what little time there is',
    language: 'en',
    at: SATURDAY,
    questions: `
      security talks tomorrow afternoon not in janson => find security day:3 after:12 before:18 room:-janson
      rust except in the house of tea => find rust room:-house-of-tea
      what's on now except janson => now day:2 at:10.40 room:-janson
      talks not by akihiro suda => find by:"-Akihiro Suda"
      no workshops on sunday => find type:-workshop day:3
      talks not in german today => find lang:-de day:2
      not in janson or house of tea today => programme room:-janson room:-house-of-tea day:2
      Rust morgen außer in Janson => find Rust day:3 room:-janson
      programme de dimanche sauf janson => programme day:3 room:-janson
      alles van zondag behalve janson => programme day:3 room:-janson
      todo el domingo salvo janson => programme day:3 room:-janson
      security shortly before noon => find security day:2 after:11 before:12
      kurz nach drei => programme day:2 after:15 before:16
      i have half an hour free what should i see => suggest day:2 after:10.40 before:11.10
      ich hab noch 20 minuten zeit was soll ich mir ansehen => suggest day:2 after:10.40 before:11
      sorry but can you tell me what's on in janson => programme room:janson
      quiz wann war das nochmal => find quiz
      rust talks sun => find rust day:3
      rust tomorrow am => find rust day:3 before:12
      what comes after lunch => programme day:2 after:13
      nice ty => thanks
      anything about event sourcing => find event sourcing
      wat draait er in zaal nord => programme room:saal-nord
    `,
  },
  {
    title: 'German',
    language: 'de',
    at: SATURDAY,
    questions: `
      was läuft jetzt => now
      was läuft gerade? => now
      jetzt => now
      was läuft gerade im Haus? => now Haus day:2 at:10.40
      was läuft jetzt in Janson => now room:janson
      was kommt als nächstes => next
      was kommt danach in Janson => next room:janson
      nächster Vortrag in K.4.201 => next room:k-4-201
      der nächste Rust-Vortrag => next Rust from:2-10.41 is:next
      was läuft später => programme day:2 after:10.40
      was gibt es heute => programme day:2
      was gibt's morgen? => programme day:3
      Programm für Sonntag => programme day:3
      Rust heute => find Rust day:2
      gibt es heute Vorträge über Datenbanken? => find Datenbanken day:2
      Vorträge zu Sicherheit am Sonntag => find Sicherheit day:3
      was läuft um 15 Uhr => programme day:2 at:15
      um halb drei => programme day:2 at:14.30
      was läuft um viertel nach zwei => programme day:2 at:14.15
      Sicherheit nach 15 Uhr => find Sicherheit day:2 after:15
      vor 12 Uhr => programme day:2 before:12
      zwischen 10 und 12 Uhr morgen => programme day:3 after:10 before:12
      heute Nachmittag => programme day:2 after:12 before:18
      was läuft heute Abend => programme day:2 after:18
      morgen früh => programme day:3 before:12
      morgen Vormittag => programme day:3 before:12
      Sonntagnachmittag => programme day:3 after:12 before:18
      nach dem Mittagessen => programme day:2 after:13
      gegen Mittag => programme day:2 after:11.30 before:12.30
      in einer Stunde => programme day:2 at:11.40
      in 20 Minuten => programme day:2 at:11
      Tag 3 => programme day:3
      der letzte Vortrag => find day:2 is:last
      erster Vortrag am Sonntag => find day:3 is:first
      deutsche Vorträge => find lang:de
      Vorträge auf Deutsch morgen => find lang:de day:3
      etwas auf Englisch zu Datenbanken => find Datenbanken lang:en
      Workshops am Sonntag => find type:workshop day:3
      wer ist Akihiro Suda => find by:"Akihiro Suda"
      Vorträge von Sabine Klein => find by:"Sabine Klein"
      wann spricht Lena Hoffmann => find by:"Lena Hoffmann"
      wo ist Saal Nord? => find room:saal-nord
      was läuft im Saal Nord => programme room:saal-nord
      wo ist der Vortrag über Passwörter => find Passwörter
      wann ist das Quiz => find Quiz
      meine Vorträge => mine
      zeig mir meinen Tag als Bild => mine
      mein nächster Vortrag => mine is:starred from:2-10.41 is:next
      was habe ich mir gemerkt => mine
      was hat sich geändert => changes
      was hat sich seit dem Frühstück geändert? => changes since:Sat-07:00
      was hat sich heute geändert => changes
      Änderungen seit 9 Uhr => changes since:Sat-09:00
      gibt es Neues seit gestern? => changes since:Fri-04:00
      was hat sich in den letzten zwei Stunden geändert => changes since:Sat-08:40
      was fällt aus => changes
      was hat sich in K.4.201 geändert => changes room:k-4-201
      überrasch mich => suggest
      was soll ich mir ansehen => suggest
      was kannst du empfehlen => suggest
      fülle meine Lücke => suggest gap
      Hilfe => help
      was kannst du? => help
      hallo => help
      danke => thanks
      vielen Dank! => thanks
      wo sind die Toiletten => unknown
      Verschlüsselte Post für alle => find Verschlüsselte Post für alle
      kleine Teams => find kleine Teams
      ich suche was über Heimcomputer => find Heimcomputer
      Rust am So bis 12 => find Rust day:3 before:12
    `,
  },
  {
    title: 'French',
    language: 'fr',
    at: SATURDAY,
    questions: `
      montre ma journée en image => mine
      que se passe-t-il maintenant => now
      maintenant => now
      qu'est-ce qui vient ensuite => next
      prochaine conférence en Janson => next room:janson
      aujourd'hui => programme day:2
      le programme de demain => programme day:3
      dimanche après-midi => programme day:3 after:12 before:18
      sécurité après 15h => find sécurité day:2 after:15
      à 14h30 => programme day:2 at:14.30
      ce soir => programme day:2 after:18
      entre 10h et 12h demain => programme day:3 after:10 before:12
      des conférences sur les bases de données => find bases de données
      conférences en français => find lang:fr
      qui est Chloé Dubois => find by:"Chloé Dubois"
      mes conférences => mine
      surprends-moi => suggest
      qu'est-ce qui a changé aujourd'hui ? => changes
      qu'est-ce qui a changé depuis le petit-déjeuner => changes since:Sat-07:00
      quels changements depuis hier => changes since:Fri-04:00
      aide => help
      merci beaucoup => thanks
    `,
  },
  {
    title: 'Dutch',
    language: 'nl',
    at: SATURDAY,
    questions: `
      toon mijn dag als plaatje => mine
      wat is er nu => now
      nu => now
      wat komt hierna => next
      volgende praatje in Janson => next room:janson
      vandaag => programme day:2
      wat is er morgen => programme day:3
      programma van zondag => programme day:3
      zondagmiddag => programme day:3 after:12 before:18
      om half drie => programme day:2 at:14.30
      beveiliging na 15 uur => find beveiliging day:2 after:15
      vanavond => programme day:2 after:18
      praatjes over databases => find databases
      wie is Akihiro Suda => find by:"Akihiro Suda"
      mijn praatjes => mine
      verras me => suggest
      wat is er veranderd sinds het ontbijt? => changes since:Sat-07:00
      wat is er sinds 9 uur veranderd => changes since:Sat-09:00
      wat is er de laatste 2 uur veranderd => changes since:Sat-08:40
      wat is er 2 uur geleden veranderd => changes since:Sat-08:40
      zijn er wijzigingen sinds gisteren => changes since:Fri-04:00
      bedankt => thanks
    `,
  },
  {
    title: 'Spanish',
    language: 'es',
    at: SATURDAY,
    questions: `
      enséñame mi día como imagen => mine
      qué hay ahora => now
      ahora => now
      qué sigue => next
      próxima charla en Janson => next room:janson
      hoy => programme day:2
      qué hay mañana => programme day:3
      programa del domingo => programme day:3
      mañana por la mañana => programme day:3 before:12
      esta tarde => programme day:2 after:12 before:18
      a las 3 de la tarde => programme day:2 at:15
      seguridad después de las 15:00 => find seguridad day:2 after:15
      esta noche => programme day:2 after:18
      charlas sobre bases de datos => find bases de datos
      quién es Nour Haddad => find by:"Nour Haddad"
      mis charlas => mine
      sorpréndeme => suggest
      ¿qué ha cambiado hoy? => changes
      qué ha cambiado desde el desayuno => changes since:Sat-07:00
      ¿qué cambió desde ayer? => changes since:Fri-04:00
      gracias => thanks
      ayuda => help
    `,
  },
  {
    title: 'In the afternoon, times that have passed are the next day’s',
    language: 'en',
    at: '2026-11-07T16:10',
    questions: `
      3pm => programme day:3 at:15
      at half past two => programme day:3 at:14.30
      after 3pm => programme day:2 after:15
      before 3pm => programme day:3 before:15
      at 8 => programme day:2 at:20
      around noon => programme day:3 after:11.30 before:12.30
      this morning => programme day:2 before:12
      between 10 and 12 => programme day:3 after:10 before:12
    `,
  },
  {
    title: 'On the last evening there is no tomorrow',
    language: 'en',
    at: '2026-11-08T17:10',
    questions: `
      now => now
      tomorrow => programme day:none
      rust tomorrow => find rust day:none
      at 3pm => programme day:3 at:15
      yesterday => programme day:2
    `,
  },
  {
    title: 'Before the conference, now is its beginning',
    language: 'en',
    at: '2026-11-03T12:00',
    questions: `
      what's on now => now
      what's next => next
      saturday => programme day:2
      today => programme day:none
      rust after 3pm => find rust day:1 after:15
      on friday at 11 => programme day:1 at:11
    `,
  },
  {
    title: 'After midnight it is still the day before',
    language: 'en',
    at: '2026-11-08T01:30',
    questions: `
      today => programme day:2
      tomorrow => programme day:3
      rust tomorrow morning => find rust day:3 before:12
    `,
  },
  {
    title: 'Carrying on from one talk',
    language: 'en',
    at: SATURDAY,
    after: 'talk: s6',
    questions: `
      and after that? => next room:janson from:2-11.30 is:next
      and after that in the house of tea => next room:house-of-tea from:2-11.30 is:next
      save it => act star s6
      what's after that => next room:janson from:2-11.30 is:next
      in another room? => slot s6
      what else is on then? => slot s6
      tell me more => talk s6 whole
      star it => act star s6
      remind me 20 minutes before => act lead s6 20
      remind me => act remind s6
      unstar it => act unstar s6
      who is that? => talk s6
      where is it => talk s6
    `,
  },
  {
    title: 'Carrying on from a list',
    language: 'en',
    at: SATURDAY,
    after: 'rust talks today',
    questions: `
      tomorrow? => find rust day:3
      and tomorrow => find rust day:3
      what about sunday afternoon? => find rust day:3 after:12 before:18
      and security? => find security day:2
      what about databases => find databases day:2
      in janson? => find rust day:2 room:janson
      more => more
      the second one => talk s6
      star the second one => act star s6
      the last one => talk s13
      2 => talk s6
      star it => unknown which
      and in the afternoon? => find rust day:2 after:12 before:18
      what's on now => now
      databases => find databases
      the first talk => find day:2 is:first
      last talk tomorrow => find day:3 is:last
    `,
  },
  {
    title: 'Carrying on in German',
    language: 'de',
    at: SATURDAY,
    after: 'Rust heute',
    questions: `
      und morgen? => find Rust day:3
      morgen? => find Rust day:3
      und am Nachmittag? => find Rust day:2 after:12 before:18
      der zweite => talk s6
      merk mir den zweiten => act star s6
      mehr => more
      und Sicherheit? => find Sicherheit day:2
    `,
  },
  {
    title: 'Carrying on from one talk in German',
    language: 'de',
    at: SATURDAY,
    after: 'talk: s6',
    questions: `
      und danach? => next room:janson from:2-11.30 is:next
      was kommt danach => next room:janson from:2-11.30 is:next
      vergiss ihn wieder => act unstar s6
      in einem anderen Raum? => slot s6
      merk dir das => act star s6
      erinnere mich 20 Minuten vorher => act lead s6 20
      wo ist das? => talk s6
    `,
  },
  {
    title: 'Deeds that name their talk',
    language: 'en',
    at: SATURDAY,
    questions: `
      star the quiz => act star s17
      remind me of the quiz 15 minutes before => act lead s17 15
      star it => unknown nothing
      remind me => unknown nothing
      cancel my reminder for the quiz => act unstar s17
      don't remind me of the quiz => act unstar s17
      cancel my reminder for the unicorns => unknown which
    `,
  },
  {
    title: 'Speakers who say which talk is theirs',
    language: 'en',
    at: SATURDAY,
    questions: `
      I am the speaker of the quiz => act speaker s17
      I'm giving the quiz => act speaker s17
      I am a speaker => mine claims
      I am the speaker of a talk about rust => find rust
      who is the speaker of the quiz => find quiz
      ich halte den Vortrag Quiz => act speaker s17
      ich bin die Vortragende von quiz => act speaker s17
      je présente le quiz => act speaker s17
      ik ben de spreker van de quiz => act speaker s17
      soy la ponente de quiz => act speaker s17
    `,
  },
  {
    title: 'Clashes, numbers and free time',
    language: 'en',
    at: SATURDAY,
    questions: `
      which talks clash => mine
      do any of my talks overlap? => mine
      any clashes tomorrow? => mine is:starred day:3
      memory clashes => find memory clashes
      how many talks are there => programme day:1 day:2 day:3
      how many talks about rust are there today => find rust day:2
      am I free at 12? => suggest gaps day:2 at:12
      do I have time this afternoon => suggest gaps day:2 after:12 before:18
      überschneiden sich meine Vorträge? => mine
      wie viele Vorträge gibt es morgen => programme day:3
      hab ich Zeit am Sonntag Nachmittag => suggest gaps day:3 after:12 before:18
      erinnere mich nicht an das Quiz => act unstar s17
      talks that are not over yet => programme day:2 after:10.40
      Vorträge, die noch nicht vorbei sind => programme day:2 after:10.40
      was hab ich verpasst => changes
      mes conférences se chevauchent ? => mine
      combien de conférences y a-t-il demain => programme day:3
      overlappen mijn praatjes? => mine
      ¿se solapan mis charlas? => mine
    `,
  },
  {
    title: 'Meals and times as they are said',
    language: 'en',
    at: SATURDAY,
    questions: `
      after dinner => programme day:2 after:20
      anything about rust after dinner? => find rust day:2 after:20
      what's on before dinner => programme day:2 before:19
      tomorrow after breakfast => programme day:3 after:9
      what's on at lunchtime => programme day:2 after:12 before:13
      straight after lunch => programme day:2 after:13
      where is dinner => unknown
      when is breakfast => unknown
      changes since breakfast => changes since:Sat-07:00
      early evening => programme day:2 after:18
      what's on tonight after dinner => programme day:2 after:20
      anything in janson during lunch => programme day:2 room:janson after:12 before:13
      starting soon in janson => next room:janson
      what's on in a little while => next
      community breakfast => find community breakfast
    `,
  },
  {
    title: 'Meals and times as they are said in German',
    language: 'de',
    at: SATURDAY,
    questions: `
      nach dem Abendessen => programme day:2 after:20
      was gibt es nach dem Abendessen noch => programme day:2 after:20
      morgen nach dem Frühstück => programme day:3 after:9
      vor dem Abendessen => programme day:2 before:19
      was läuft gleich => next
      heute Mittag => programme day:2 at:12
      über Mittag => programme day:2 after:12 before:13
      in der Mittagspause => programme day:2 after:12 before:13
      morgen früh => programme day:3 before:12
      morgen Vormittag => programme day:3 before:12
      morgen in der Früh => programme day:3 before:12
      heute früh => programme day:2 before:12
      am frühen Nachmittag => programme day:2 after:12 before:18
      was läuft nachher => programme day:2 after:10.40
      um viertel drei => programme day:2 at:14.15
      wo gibt es Abendessen => unknown
      was läuft Sonntagmorgen in Janson => programme day:3 room:janson before:12
      beim Abendessen => programme day:2 after:19 before:20
      vorm Abendessen => programme day:2 before:19
      um drei Viertel fünf => programme day:2 at:16.45
      zur Mittagszeit => programme day:2 after:12 before:13
    `,
  },
  {
    title: 'Meals and times as they are said in French',
    language: 'fr',
    at: SATURDAY,
    questions: `
      après le dîner => programme day:2 after:20
      demain après le petit déjeuner => programme day:3 after:9
      après manger => programme day:2 after:13
      avant le dîner => programme day:2 before:19
      à midi => programme day:2 at:12
      ce midi => programme day:2 at:12
      demain matin => programme day:3 before:12
      il y a quoi cet aprem => programme day:2 after:12 before:18
      en fin de matinée => programme day:2 before:12
      tout à l’heure => programme day:2 after:10.40
      à 14 h 30 => programme day:2 at:14.30
      vers 15 heures => programme day:2 after:14.30 before:15.30
      dans une demi-heure => programme day:2 at:11.10
      quoi de neuf => changes
      qu’est-ce qui passe maintenant => now
      il y a quoi ce soir en Janson => programme day:2 room:janson after:18
      pendant le dîner => programme day:2 after:19 before:20
      midi et demi en janson => programme day:2 room:janson at:12.30
    `,
  },
  {
    title: 'Meals and times as they are said in Dutch',
    language: 'nl',
    at: SATURDAY,
    questions: `
      na het eten => programme day:2 after:20
      na het avondeten => programme day:2 after:20
      morgen na het ontbijt => programme day:3 after:9
      voor het avondeten => programme day:2 before:19
      vanavond => programme day:2 after:18
      straks => next
      wat is er nu => now
      wat is er zo => next
      wat komt er straks in janson => next room:janson
      morgenochtend => programme day:3 before:12
      tussen de middag => programme day:2 after:12 before:13
      na de middag => programme day:2 after:12 before:18
      voor de middag => programme day:2 before:12
      vanmiddag om half drie => programme day:2 at:14.30
      wat is er vanmiddag => programme day:2 after:12 before:18
      zondagmorgen => programme day:3 before:12
      om 15.30 uur => programme day:2 at:15.30
      14.15 uur in janson => programme day:2 room:janson at:14.15
      tijdens de lunch in janson => programme day:2 room:janson after:12 before:13
    `,
  },
  {
    title: 'Meals and times as they are said in Spanish',
    language: 'es',
    at: SATURDAY,
    questions: `
      después de cenar => programme day:2 after:20
      ¿qué hay después de la cena? => programme day:2 after:20
      mañana después del desayuno => programme day:3 after:9
      antes de cenar => programme day:2 before:19
      después de comer => programme day:2 after:13
      mañana por la mañana => programme day:3 before:12
      esta tarde => programme day:2 after:12 before:18
      esta noche => programme day:2 after:18
      ahora mismo => now
      ¿qué sigue? => next
      ¿qué hay dentro de un rato? => next
      a mediodía => programme day:2 at:12
      ¿qué hay a las tres y media? => programme day:2 at:15.30
      a la una => programme day:2 at:13
      ¿qué charlas quedan hoy? => programme day:2 after:10.40
      mañana temprano => programme day:3 before:12
      durante el almuerzo => programme day:2 after:12 before:13
      antes del desayuno mañana => programme day:3 before:7
      dónde desayunar => unknown
    `,
  },
  {
    title: 'On the first day, of days further off',
    language: 'en',
    at: '2026-11-06T10:40',
    questions: `
      the day after tomorrow => programme day:3
      rust talks day after tomorrow => find rust day:3
      übermorgen => programme day:3
      was läuft übermorgen nachmittag => programme day:3 after:12 before:18
      après-demain => programme day:3
      après-demain matin => programme day:3 before:12
      overmorgen => programme day:3
      wat is er overmorgen => programme day:3
      pasado mañana => programme day:3
      pasado mañana por la mañana => programme day:3 before:12
      ¿qué hay pasado mañana? => programme day:3
    `,
  },
  {
    title: 'On the last day, of days gone by',
    language: 'en',
    at: '2026-11-08T10:40',
    questions: `
      the day before yesterday => programme day:1
      vorgestern => programme day:1
      avant-hier => programme day:1
      eergisteren => programme day:1
      anteayer => programme day:1
    `,
  },
];
