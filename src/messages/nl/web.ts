import type { WebMessages } from '../en/web.ts';

export const web: WebMessages = {
  address: {
    title: 'Je lijst in je agenda',
    follow: 'Op dit adres volgt je agenda je lijst:',
    renewed: 'Dit is je nieuwe adres; op het oude is niets meer te vinden:',
    where:
      'Voeg het als adres toe. Google Agenda: Andere agenda’s, Via URL. Apple: Archief, Nieuw agenda-abonnement. Outlook: Agenda toevoegen, Abonneren via internet. Thunderbird: Nieuwe agenda, Op het netwerk.',
    caution:
      'Google kijkt maar om de 8 tot 24 uur en slaat alarmen over: reken op de herinneringen hier. Wie het adres heeft, ziet je lijst; een nieuw adres maakt dit ongeldig.',
    unreadable: (since) =>
      `Je lijst heeft sinds ${since} een adres, en agenda’s die het hebben blijven volgen. Het kan niet nog eens worden getoond; een nieuw adres maakt het ongeldig.`,
    page: 'Om te bekijken, met wat elkaar overlapt:',
    renew: 'Nieuw adres',
    offer: 'Laat mijn agenda volgen',
    none: 'Hier is geen adres te krijgen: er staat niets op het web. Neem het agendabestand.',
  },
  pages: {
    label: 'Op het web',
    on: 'Het programma staat op het web, zoals deze community het heeft:',
    whatIsSeen:
      'Wie het adres heeft, ziet het programma met jullie uitloop en wijzigingen, en welke zalen vol zijn; niets van leden. Elke zaal heeft een pagina voor bij de deur.',
    off: 'Het programma staat niet op het web.',
    notServed: 'Hier staat niets op het web: wie Hallway draait, moet eerst WEB_ADDRESS instellen.',
    noName: (name) =>
      `“${name}” is geen naam voor een adres: hoogstens 40 kleine letters, cijfers en streepjes, zoals fosdem-2027.`,
    taken: (name) =>
      `Bij “${name}” staan de pagina’s van een andere community. Kies een andere naam, na “on”.`,
  },
  page: {
    programme: 'Programma',
    grid: 'Zalen en uren',
    nowNext: 'Nu en hierna',
    toContent: 'Naar de inhoud',
    search: 'Zoeken',
    searchLabel: 'Titel, spreker, onderwerp …',
    found: (query) => `Zoeken: ${query}`,
    days: 'Dagen',
    door: 'Pagina voor de deur',
    time: 'Tijd',
    nothing: 'Hier is niets.',
    nothingNow: 'Er is nu niets bezig.',
    now: 'Nu',
    next: 'Hierna',
    nothingNext: 'Hier komt vandaag niets meer.',
    late: (minutes) => `loopt ${minutes} min uit`,
    early: (minutes) => `loopt ${minutes} min voor`,
    add: 'Op mijn lijst',
    addHow: (command) =>
      `Schrijf ${command} in de chat en druk op “☆ Bewaren”: je krijgt een herinnering, en hoort het als er iets verandert.`,
    openChat: 'Chat openen',
    calendars: 'Agenda’s',
    calendarOf: (what) => `Agenda: ${what}`,
    mine: 'Mijn lezingen',
    mineEmpty: 'Er staat niets op deze lijst.',
    mineCaution:
      'Wie dit adres heeft, ziet deze lijst. Een nieuw adres in de chat (mytalks calendar) maakt dit ongeldig.',
    follow: 'Volgen in mijn agenda',
    gone: 'Die pagina bestaat niet.',
    zone: (zone) => `De tijden zijn die van ${zone}.`,
  },
};
