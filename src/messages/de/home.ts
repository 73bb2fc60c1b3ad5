import type { HomeMessages } from '../en/home.ts';

export const home: HomeMessages = {
  findTitle: 'Vortrag finden',
  findPlaceholder: 'Titel, Vortragende, Thema …',
  addPlaceholder: 'Einen Vortrag für deine Liste finden …',
  shareTitle: 'Teilen',
  shareWhere: 'Wo?',
  organisers: 'Wer außer den Admins /conference benutzen darf',
  organisersPlaceholder: 'Personen auswählen …',
  forget: 'Vergiss mich',
  forgetTitle: 'Alles vergessen?',
  forgetAsk:
    'Deine Liste, Einstellungen und verknüpften Konten werden gelöscht, und es kommt keine Erinnerung mehr.',
  keep: 'Behalten',
  digestOn: 'Morgennachricht an',
  digestOff: 'Morgennachricht aus',
  exportData: 'Meine Daten',
  settings: 'Einstellungen',
  group: 'eine Nutzergruppe, @here oder @channel zum Erwähnen',
  invite: (name) => `eine Einladung: schreibe „/invite ${name}“ in diesen Kanal`,
};
