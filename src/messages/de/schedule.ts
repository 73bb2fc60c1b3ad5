import type { ScheduleMessages } from '../en/schedule.ts';

export const schedule: ScheduleMessages = {
  findings: {
    'zone-unknown': (_count, example) =>
      `„${example}“ ist keine IANA-Zeitzone und wurde übergangen.`,
    'zone-differs': (_count, example) =>
      `Das Programm nennt seine eigene Zeitzone, ${example}; die eingestellte wurde übergangen.`,
    'zone-unnamed': (_count, example) =>
      `Das Programm gibt Abstände zu UTC an, nennt aber keine Zeitzone; Zeiten stehen in ${example}. Nenne die Zone des Ortes, dann sind es Ortszeiten.`,
    'date-start-differ': (count, example) =>
      `${talks(count)}, bei denen Datum und Beginn in der Zone des Ortes nicht zusammenpassen; dem Beginn wurde geglaubt (zuerst: ${example}).`,
    'id-missing': (count, example) =>
      `${talks(count)} ohne Id; sie wurde aus dem gebildet, was sie sonst benennt (zuerst: ${example}).`,
    'id-duplicate': (count, example) =>
      `${talks(count)} mit einer Id, die ein anderer schon hat; sie bekamen eigene (zuerst: ${example}).`,
    'guid-duplicate': (count, example) =>
      `${talks(count)} mit einer Guid, die ein anderer schon hat (zuerst: ${example}).`,
    'title-missing': (count) => `${talks(count)} ohne Titel.`,
    'talk-unscheduled': (count, example) =>
      `${talks(count)} ohne lesbaren Beginn, ausgelassen (zuerst: ${example}).`,
    'duration-unreadable': (count, example) =>
      `${talks(count)} mit unlesbarer Dauer, als ohne Dauer genommen (zuerst: ${example}).`,
    'end-missing': (count) => `${talks(count)} ohne Ende, als ohne Dauer genommen.`,
    'end-before-start': (count) =>
      `${talks(count)} mit dem Ende vor dem Beginn, als ohne Dauer genommen.`,
    'talk-long': (count, example) => `${talks(count)} von mehr als einem Tag (zuerst: ${example}).`,
    'talk-outside-day': (count, example) =>
      `${talks(count)} außerhalb des Tages, bei dem sie stehen (zuerst: ${example}).`,
    'talk-recurring': (count, example) =>
      `${talks(count)} mit Wiederholung; aus jedem Mal einer einfachen wurde ein Vortrag (zuerst: ${example}).`,
    'speakers-missing': (count) => `${talks(count)} ohne Vortragende.`,
    'speaker-unknown': (count, example) =>
      `${count} ${count === 1 ? 'Verweis' : 'Verweise'} auf Vortragende, die das Programm nicht nennt (zuerst: ${example}).`,
    'room-empty': (count, example) =>
      `${count} ${count === 1 ? 'Raum' : 'Räume'} ohne Vorträge (zuerst: ${example}).`,
    'day-empty': (count, example) =>
      `${count} ${count === 1 ? 'Tag' : 'Tage'} ohne Vorträge (zuerst: ${example}).`,
    'day-zero-width': (count, example) =>
      `${count} ${count === 1 ? 'Tag' : 'Tage'} ohne Länge, bis zum nächsten Morgen genommen (zuerst: ${example}).`,
    'link-unusable': (count, example) =>
      `${count} ${count === 1 ? 'Link' : 'Links'} ohne Webadresse ausgelassen (zuerst: ${example}).`,
    'abstract-plain': (count) =>
      `${count} ${count === 1 ? 'Kurzfassung' : 'Kurzfassungen'} mit zu viel Auszeichnung, als reiner Text genommen.`,
  },
};

function talks(count: number): string {
  return count === 1 ? '1 Vortrag' : `${count} Vorträge`;
}
