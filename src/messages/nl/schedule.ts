import type { ScheduleMessages } from '../en/schedule.ts';
import { type Counted, megabytes } from '../refusalWords.ts';
import { shorten } from '../shorten.ts';
import { plural, talks } from './counts.ts';

const COUNTED: Readonly<Record<Counted, string>> = {
  talks: 'lezingen',
  lines: 'regels',
  elements: 'elementen',
  values: 'waarden',
  entries: 'sprekers, links, dagen, zalen, tracks en dergelijke',
  characters: 'tekens tekst',
};

export const schedule: ScheduleMessages = {
  found: (system, address) =>
    system === ''
      ? `Programma gevonden: ${address}`
      : `Programma van ${system} gevonden: ${address}`,
  findings: {
    'zone-unknown': (_count, example) => `“${example}” is geen IANA-tijdzone en is genegeerd.`,
    'zone-differs': (_count, example) =>
      `Het programma noemt zijn eigen tijdzone, ${example}; de ingestelde is genegeerd.`,
    'zone-unnamed': (_count, example) =>
      `Het programma noemt geen IANA-tijdzone; tijden staan in ${example}. Noem de zone ter plaatse als dat een andere is.`,
    'date-start-differ': (count, example) =>
      `${talks(count)} waarvan datum en begin in de zone ter plaatse niet bij elkaar passen; het begin telt${first(example)}.`,
    'id-missing': (count, example) =>
      `${talks(count)} zonder id; die is gemaakt van de overige gegevens${first(example)}.`,
    'id-duplicate': (count, example) =>
      `${talks(count)} met een id die een andere al heeft; ze kregen een eigen id${first(example)}.`,
    'guid-duplicate': (count, example) =>
      `${talks(count)} met een guid die een andere al heeft${first(example)}.`,
    'title-missing': (count) => `${talks(count)} zonder titel.`,
    'talk-unscheduled': (count, example) =>
      `${talks(count)} zonder leesbaar begin, weggelaten${first(example)}.`,
    'duration-unreadable': (count, example) =>
      `${talks(count)} met een onleesbare duur, genomen als geen${first(example)}.`,
    'end-missing': (count, example) =>
      `${talks(count)} zonder einde, genomen als zonder duur${first(example)}.`,
    'end-before-start': (count, example) =>
      `${talks(count)} met het einde voor het begin, genomen als zonder duur${first(example)}.`,
    'talk-long': (count, example) => `${talks(count)} van meer dan een dag${first(example)}.`,
    'talk-outside-day': (count, example) =>
      `${talks(count)} buiten de uren van de dag waar ze staan${first(example)}.`,
    'talk-recurring': (count, example) =>
      `${talks(count)} die zich herhalen; elke keer werd een lezing${first(example)}.`,
    'recurrence-endless': (count, example) =>
      `${talks(count)} die zich eindeloos herhalen; genomen is wat op de dagen van de conferentie valt${first(example)}.`,
    'recurrence-unread': (count, example) =>
      `${talks(count)} met een herhaling die niet te volgen is; de eerste keer is genomen${first(example)}.`,
    'occurrences-left-out': (count, example) =>
      `${count} ${plural(count, 'herhaling', 'herhalingen')} weggelaten, omdat het er te veel zijn of ze niet op de dagen van de conferentie vallen${first(example)}.`,
    'speakers-missing': (count, example) => `${talks(count)} zonder sprekers${first(example)}.`,
    'speaker-unknown': (count, example) =>
      `${count} ${plural(count, 'verwijzing', 'verwijzingen')} naar sprekers die niet in het programma staan${first(example)}.`,
    'room-missing': (count, example) => `${talks(count)} zonder zaal${first(example)}.`,
    'room-empty': (count, example) =>
      `${count} ${plural(count, 'zaal', 'zalen')} zonder lezingen${first(example)}.`,
    'day-empty': (count, example) =>
      `${count} ${plural(count, 'dag', 'dagen')} zonder lezingen${first(example)}.`,
    'day-zero-width': (count, example) =>
      `${count} ${plural(count, 'dag', 'dagen')} zonder duur, genomen tot de volgende ochtend${first(example)}.`,
    'link-unusable': (count, example) =>
      `${count} ${plural(count, 'link', 'links')} weggelaten, zonder webadres${first(example)}.`,
    'links-private': (count) =>
      `${count} ${plural(count, 'link', 'links')} weggelaten: deze versie van pretalx noemt besloten links zonder dat erbij te zeggen.`,
    'characters-forbidden': () => 'Tekens die XML verbiedt, zijn weggelaten.',
    'abstract-plain': (count) =>
      `${count} ${plural(count, 'beschrijving', 'beschrijvingen')} met te veel opmaak, genomen als platte tekst.`,
  },
  refusals: {
    tooLarge: (bytes, limit) =>
      `Het programma is ${megabytes(bytes)} MB groot; Hallway leest tot ${megabytes(limit)} MB.`,
    empty: () => 'Het programma is leeg.',
    notText: () => 'Het programma is geen UTF-8-tekst, en ook niet in een codering die het noemt.',
    unknownEncoding: (label) =>
      `Het programma noemt de codering “${shorten(label)}”, die Hallway niet kan lezen; UTF-8 werkt altijd.`,
    webPage: () =>
      'Dit is een webpagina (HTML), geen programma; zoek de export ervan als XML, JSON of iCalendar.',
    pageWithoutSchedule: (asked) =>
      `Op deze webpagina is geen programma te vinden. Gezocht: een conferentiesysteem dat Hallway kent, hetzelfde adres als JSON, links naar een export (schedule.json, schedule.xml, .ics). Gevraagd: ${asked}. Geef het adres van de export.`,
    unknownFormat: () =>
      'Dit is geen van de formaten die Hallway leest: XML van Pentabarf/frab, JSON van c3voc/frab/pretalx, Sessionize, PyCon US, ConClár, Indico, iCalendar (ook dat van Sched), xCal of de CSV van pretalx.',
    otherXml: (root) =>
      `Deze XML is geen programma: de wortel is <${shorten(root)}>, niet <schedule> of <iCalendar>.`,
    otherJson: () =>
      'Deze JSON is geen programma van c3voc, frab, pretalx, Sessionize, PyCon US (symposion), ConClár/KonOpas of Indico.',
    onlyPeople: () =>
      'Hier staan mensen, geen lezingen; geef liever het adres van het programma: bij Sessionize de weergave All, Sessions of GridSmart, bij ConClár program.',
    otherCsv: () => 'Deze CSV is geen programma: ze heeft geen kolom voor het begin.',
    brokenXml: (reason) => `De XML is kapot of afgebroken: ${shorten(reason)}.`,
    brokenJson: (reason) => `De JSON is kapot of afgebroken: ${shorten(reason)}.`,
    brokenIcs: (reason) => `De iCalendar is kapot of afgebroken: ${shorten(reason)}.`,
    brokenCsv: (reason) => `De CSV is kapot of afgebroken: ${shorten(reason)}.`,
    declarations: () =>
      'De XML noemt eigen entiteiten of een documenttype, en die werkt Hallway niet uit.',
    tooDeep: (limit) => `Het programma is meer dan ${limit} lagen diep genest.`,
    tooMany: (what, limit) =>
      `Het programma heeft meer dan ${limit.toLocaleString('nl')} ${COUNTED[what]}.`,
    tooCostly: (seconds, megabytes) =>
      `Het programma lezen kost meer dan ${seconds} s of ${megabytes} MB geheugen.`,
    noTalks: () => 'Het programma heeft geen lezingen.',
    noneScheduled: () => 'Geen lezing in het programma heeft een begin dat Hallway kan lezen.',
    zoneNeeded: () =>
      'Het programma zegt niet in welke tijdzone het is; noem die ter plaatse, zoals --zone Europe/Brussels.',
    zoneInvalid: (name) =>
      `“${shorten(name)}” is geen IANA-tijdzone; die ziet eruit als Europe/Brussels.`,
    shape: (expected) => `Iets is niet zoals dit formaat het heeft: ${shorten(expected)}.`,

    noSuchFile: () => 'Dat bestand bestaat niet.',
    notAFile: () => 'Dit is een map, geen bestand.',
    forbiddenFile: () => 'Dit bestand mag niet worden gelezen.',
    notHttps: (address) =>
      `“${address}” begint niet met https://; geef het adres van het programma zoals in een browser.`,
    withPassword: () =>
      'Het adres bevat een naam of wachtwoord; geef er een dat dat niet nodig heeft.',
    privateAddress: (host) =>
      `“${host}” zit in een besloten netwerk, en daar komt Hallway niet in.`,
    badStatus: (status) => `De bron antwoordde met HTTP-status ${status}.`,
    notPublic: (status) =>
      `De bron antwoordde met HTTP-status ${status}; dat doet pretalx tot een programma gepubliceerd is.`,
    redirectNowhere: (status) =>
      `De bron antwoordde met HTTP-status ${status}, een doorverwijzing, en zei niet waarheen.`,
    badRedirect: (location) => `De bron verwijst door naar “${location}”, en dat is geen webadres.`,
    tooManyRedirects: (most) => `De bron verwijst meer dan ${most} keer door.`,
    tooSlow: (seconds) => `De bron antwoordde niet binnen ${seconds} s.`,
    unreachable: (address, reason) => `“${address}” is niet te bereiken: ${reason}`,
    nothingSent: () => 'De bron stuurde niets.',

    underWay: () =>
      'Voor deze community wordt al een ander programma gelezen; wacht op dat antwoord en probeer het dan nog eens.',
    queueFull: (waiting) =>
      `${waiting} andere programma’s wachten om gelezen te worden; probeer het over een minuut nog eens.`,
    communityFull: (most) =>
      `Deze community heeft ${most} programma’s gekozen waaruit mensen lezingen bewaarden; noem een daarvan, of haal voorbije lezingen van je lijst.`,
    full: (most) =>
      `Hallway volgt al ${most} programma’s, zoveel als het kan; vraag het wie het draait.`,
  },
  at: (sentence, path) => `${sentence.replace(/\.$/, '')} (bij ${path}).`,
};

function first(example: string): string {
  return example === '' ? '' : ` (eerst: ${example})`;
}
