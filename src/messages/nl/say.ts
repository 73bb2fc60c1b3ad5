import type { SayMessages } from '../en/say.ts';
import { plural } from './counts.ts';

export const say: SayMessages = {
  from: (conference) => `Van de organisatie van ${conference}`,
  noMore: 'Zulke berichten niet meer',
  takenBack: 'De organisatie heeft dit bericht ingetrokken.',

  formTitle: 'Iets zeggen',
  formLabel: 'Wat je wilt zeggen',
  formHint: (longest) =>
    `Hoogstens ${longest} tekens, op zoveel regels als je wilt. Je ziet het voor het weggaat.`,
  title: 'Een bericht aan een hele groep',
  list: 'Wat er gezegd is',
  listNone: 'Hier is nog niets gezegd.',
  empty: 'Er is geen tekst.',
  tooLong: (length, longest) =>
    `Dat zijn ${length} tekens, en er passen er ${longest} in. Zeg het korter.`,
  noChannels:
    'Er wordt nergens aangekondigd, dus er is geen kanaal voor. Noem er een: to=#kanaal, of to="starred LEZING", of to=sprekers.',
  whichTalk: (text) =>
    `Met “${text}” is niet één lezing bedoeld. Noem ze zoals de lijst dat doet, of met het nummer.`,
  changed: 'Iemand heeft het intussen herschreven. Dit zou er nu weggaan:',
  gone: 'Dit bericht wordt niet meer bewaard.',

  toChannels: 'Aan',
  toStarred: (title, people) =>
    people === undefined
      ? `Aan minder dan vijf mensen met “${title}” op hun lijst`
      : `Van ongeveer ${people} mensen met “${title}” op hun lijst: aan wie privéberichten krijgt en zulke berichten wil`,
  reach: (people) =>
    people === undefined ? 'Het bereikt er minder dan vijf.' : `Het bereikt er ongeveer ${people}.`,
  speakers: 'sprekers',
  toSpeakers: (people = 0) =>
    people === 1
      ? 'Aan de ene bevestigde spreker, als die privéberichten krijgt en zulke berichten wil'
      : `Van ${people} bevestigde sprekers: aan wie privéberichten krijgt en zulke berichten wil`,
  noSpeakers: 'Hier is nog geen spreker bevestigd, dus er is niemand om het aan te zeggen.',
  again: 'Wat is aangekomen wordt bewerkt, en wat nog niet weg is, gaat zo weg:',
  preview: 'Zo komt het eruit te zien:',
  send: 'Versturen',
  sendAgain: 'Wijzigen',
  write: 'Opnieuw schrijven',
  edit: 'Bewerken',
  stop: 'Stoppen',
  remove: 'Intrekken',
  look: 'Vernieuwen',

  progress: (sent, of, failed) =>
    `${sent} van ${of} ${plural(sent, 'is', 'zijn')} aangekomen${failed === 0 ? '' : `, ${failed} ${plural(failed, 'kon', 'konden')} niet worden verstuurd`}.`,
  progressEdited: (edited, of) => `Bewerkt: ${edited} van ${of}.`,
  progressRemoved: (removed, of) => `Verwijderd: ${removed} van ${of}.`,
  progressFew: 'Het gaat naar minder dan vijf.',
  toNobody: 'Van niemand is zeker dat privéberichten aankomen, dus niemand krijgt het.',
  stopped: 'Gestopt: wat nog niet weg was, gaat niet meer weg.',
  removed: 'Het is ingetrokken, en wordt overal verwijderd waar het was aangekomen.',
};
