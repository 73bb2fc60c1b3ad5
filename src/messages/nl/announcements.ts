import type { AnnouncementMessages, LatenessMessages } from '../en/announcements.ts';
import { plural, talks } from './counts.ts';

export const announcements: AnnouncementMessages = {
  startsIn: (count, span) =>
    count === 1 ? `Begint over ${span}` : `${count} lezingen beginnen over ${span}`,
  startsNow: (count) => (count === 1 ? 'Begint nu' : `${count} lezingen beginnen nu`),
  startedAgo: (count, span) =>
    count === 1 ? `${span} geleden begonnen` : `${count} lezingen zijn ${span} geleden begonnen`,
  one: (when, title) => `${when}: ${title}`,
  onYourList: (when) => `Op je lijst: ${lowerFirst(when)}`,
  alsoStarting: (entries) => `Ook: ${entries.join('; ')}`,
  andMoreTalks: (count) => plural(count, 'en nog een', `en nog ${count}`),

  corrected: (clock) => `Aangekondigd voor ${clock}, sindsdien gewijzigd`,
  movedTo: (place) => `verplaatst naar ${place}`,
  otherRoom: (before) => `andere zaal, was ${before}`,

  change: {
    new: (title) => `Nieuw: ${title}`,
    canceled: (title) => `Gaat niet door: ${title}`,
    reinstated: (title) => `Gaat toch door: ${title}`,
    moved: (title) => `Verplaatst: ${title}`,
    edited: (title) => `Gewijzigd: ${title}`,
  },
  heading: {
    new: 'Nieuwe lezing',
    canceled: 'Gaat niet door',
    reinstated: 'Gaat toch door',
    moved: 'Verplaatst',
    edited: 'Gewijzigd',
  },
  kinds: {
    new: (count) => `${count} nieuw`,
    canceled: (count) => `${count} ${plural(count, 'gaat niet door', 'gaan niet door')}`,
    reinstated: (count) => `${count} ${plural(count, 'gaat toch door', 'gaan toch door')}`,
    moved: (count) => `${count} verplaatst`,
    edited: (count) => `${count} gewijzigd`,
  },
  changes: (count) => `${count} wijzigingen in het programma`,
  later: (count, room, span) => `${talks(count)} in ${room}: ${span} later`,
  earlier: (count, room, span) => `${talks(count)} in ${room}: ${span} eerder`,
  late: (room, minutes) => {
    if (minutes === 0) return `${room} loopt weer op tijd`;
    return minutes > 0 ? `${room} loopt ${minutes} min uit` : `${room} loopt ${-minutes} min voor`;
  },
  nextThere: (when, title) => `Volgende in deze zaal, om ${when}: ${title}`,
  nothingThere: 'Daar komt vandaag niets meer.',
  wholeRoom: 'Alles in deze zaal',
  changesOfYours: (count) => `${count} wijzigingen bij lezingen op je lijst`,
  arrow: (before, after) => `${before} → ${after}`,
  wasTitled: (title) => `was “${title}”`,
  otherSpeakers: 'andere sprekers',
  speakers: (names) => `sprekers: ${names}`,
  nobody: 'niemand',
  renamed: (before, after) => `${before} heet nu ${after}`,
  severalRenamed: (count) => `${count} zalen en tracks heten nu anders`,
  placesGone: (names) => `Niet meer in het programma: ${names}`,
  chooseOthers:
    'Dit kanaal was daarop geabonneerd. De organisatie kan het andere zalen of tracks geven.',
  noRoom: 'geen zaal',
  wholeSchedule: 'Hele programma',
  allChanges: 'Alle wijzigingen',
  edited: (target) => `${target} (bewerkt)`,
  shrunken: (source, lost, of) =>
    `In ${source} ontbreken ${lost} van de ${of} lezingen die nog komen; deze versie wordt niet overgenomen.`,
  past: (source, lost, of) =>
    `In ${source} liggen ${lost} van de ${of} lezingen die nog komen in het verleden; deze versie wordt niet overgenomen.`,

  digest: (day) => `Goedemorgen! ${day}`,
  digestTalks: (count, rooms, first) =>
    `${plural(count, 'Eén lezing', talks(count))} in ${plural(rooms, 'één zaal', `${rooms} zalen`)}, vanaf ${first}.`,
  digestMine: (count, first) =>
    count === 1
      ? `Vandaag één lezing op je lijst, om ${first}.`
      : `Vandaag ${talks(count)} op je lijst, vanaf ${first}.`,
};

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

export const lateness: LatenessMessages = {
  onTime: 'op tijd',
  late: (span) => `${span} te laat`,
  notSent: (span) => `niet verstuurd, na ${span} opgegeven`,
  because: (words, why) => `${words}: ${why}`,
  kinds: {
    announcement: 'aankondiging',
    reminder: 'herinnering',
    recording: 'bericht over een opname',
    feedback: 'vraag hoe het was',
    notice: 'bericht over een wijziging',
    changes: 'bericht over veel wijzigingen',
    say: 'bericht van de organisatie',
    roomDelay: 'bericht over een zaal die uitloopt',
    roomFull: 'bericht over een volle zaal',
    onStage: 'herinnering aan de eigen lezing',
    ownChange: 'bericht over een wijziging van de eigen lezing',
    ownRecording: 'bericht over de opname van de eigen lezing',
    claimDecided: 'bericht of iemand als spreker bevestigd is',
    renamed: 'bericht over een nieuwe naam',
    placesGone: 'bericht dat een zaal of track weg is',
    digest: 'dagoverzicht',
    followNews: 'bericht over nieuwe lezingen die iemand volgt',
    followDigest: 'overzicht van wat iemand volgt',
    list: 'eigen lijst',
    formerList: 'einde van een eerdere lijst',
    correction: 'correctie van een aankondiging',
    alert: 'melding aan de organisatie',
    operator: 'bericht aan wie Hallway draait',
  },
  waits: {
    'no-tick': (until) =>
      `tot ${until} werd niets gepland, omdat Hallway niet draaide of de database niet kon gebruiken`,
    'next-tick': (until) => `de tik van ${until} heeft het gepland`,
    'no-sender': (until) => `tot ${until} verstuurde geen draaiende Hallway daar iets`,
    'sender-died': (until) =>
      `het proces dat het verstuurde viel uit, en een ander kon het om ${until} overnemen`,
    'lane-resting': (until) => `het platform vroeg om een pauze tot ${until}`,
    'target-resting': (until) => `tot ${until} gingen andere berichten naar dezelfde plek`,
    'target-silent': (until) => `tot ${until} had het platform voor dezelfde plek niet geantwoord`,
    queue: (until) => `tot ${until} ging voor wat eerder aan de beurt was`,
    slow: (until) => `Hallway of de database was traag tot ${until}`,
    'slow-platform': (until) => `het platform antwoordde pas om ${until}`,
    retry: (until, code) => `${code}; om ${until} is het opnieuw geprobeerd`,
    doubt: (until, code) => `${code}; om ${until} is gevraagd of het was aangekomen`,
  },
  codes: {
    'rate-limited': 'het platform vroeg om te wachten',
    unavailable: 'het platform was niet bereikbaar',
    'direct-messages-closed': 'privéberichten staan uit',
    'channel-gone': 'het kanaal bestaat niet meer',
    'message-gone': 'het bericht bestaat niet meer',
    forbidden: 'het platform staat het niet toe',
    'community-gone': 'Hallway is uit de community verwijderd',
    invalid: 'het platform nam het niet aan',
    'no-answer': 'het platform antwoordde niet op tijd',
    mistake: 'in Hallway ging iets stuk; het log zegt wat',
  },
  reasons: {
    late: 'het had geen nut meer',
    outdated: 'het klopte niet meer',
    'out-of-time': 'het had bij de volgende poging geen nut meer gehad',
    'fate-unknown': 'of het is aangekomen valt niet te weten, dus het wordt niet twee keer gezegd',
  },
};
