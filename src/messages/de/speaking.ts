import type { SpeakingMessages, SpeakingNaming } from '../en/speaking.ts';
import type { Slash } from '../slash.ts';

export const speaking: SpeakingMessages = {
  fromTalk: 'Das halte ich …',
  title: 'Du als Vortragende:r',
  which: 'Wer davon bist du? Die Orga wird gefragt, ob das stimmt.',
  iAm: (name) => `Ich bin ${name}`,
  nobody: 'Im Programm steht nicht, wer diesen Vortrag hält.',
  gone: 'Das steht nicht mehr im Programm.',
  claimed: (name) => `Danke. Die Orga wird gefragt, ob du ${name} bist, und du erfährst es.`,
  open: (name) => `Du hast gesagt, dass du ${name} bist; die Orga hat noch nicht entschieden.`,
  confirmed: (name) => `Du bist schon als ${name} bestätigt.`,
  tooMany: (most) =>
    `${most} deiner Angaben sind noch nicht bestätigt, und mehr gehen nicht auf einmal.`,
  nowhere: 'Sag das dort, wo die Konferenz ist: in ihrer Community, deren Orga es bestätigt.',
  dropped: (name) => `Als ${name} bekommst du nichts mehr.`,
  notYours: 'Das gilt schon nicht mehr.',
  states: { open: 'noch nicht bestätigt', confirmed: 'bestätigt' },
  drop: 'Das bin ich nicht',
  lead: 'Bevor du dran bist',
  hears:
    'Bestätigt erfährst du, wann du dran bist, jede Änderung deines Vortrags, und wenn die Aufzeichnung da ist.',
  silent:
    'Du hast Hallway stumm geschaltet; davon erreicht dich nichts, bis du Nachrichten wieder einschaltest.',
  closed: 'Direktnachrichten erreichen dich nicht, also auch davon nichts.',

  decide: 'Zu bestätigende Vortragende',
  saysToBe: (name) => `sagt, ${name} zu sein.`,
  saysSoToo: 'sagt das auch.',
  isConfirmedAlready: 'ist als diese Person schon bestätigt.',
  confirm: (name) => `${name} bestätigen`,
  refuse: (name) => `${name} ablehnen`,
  didConfirm: (name) => `Bestätigt: ${name}. Die Person erfährt es.`,
  didRefuse: (name) => `Abgelehnt: ${name}. Die Person erfährt es, freundlich.`,
  decided: 'Das ist schon entschieden oder zurückgezogen.',
  moreToDecide: (count) => (count === 1 ? 'und 1 weitere' : `und ${count} weitere`),

  onIn: (span, place) => `Du bist in ${span} dran: ${place}`,
  onNow: (place) => `Du bist jetzt dran: ${place}`,
  starred: (people) => `Auf etwa ${people} Listen.`,
  yours: (title) => `Dein Vortrag: ${title}`,
  recorded: (talks) =>
    talks === 1
      ? 'Die Aufzeichnung deines Vortrags ist da'
      : 'Die Aufzeichnungen deiner Vorträge sind da',

  previewed: (messages) =>
    messages === 1
      ? 'Nicht aufgeführt: eine Direktnachricht, die jemandem den eigenen Auftritt ankündigt.'
      : `Nicht aufgeführt: ${messages} Direktnachrichten, die Vortragenden den eigenen Auftritt ankündigen.`,

  youAre: (name) => `Du bist als ${name} bestätigt`,
  youAreNot: (name) => `Nicht als ${name} bestätigt`,
  hearsNow:
    'Ab jetzt erfährst du, wann du dran bist, jede Änderung deines Vortrags, und wenn die Aufzeichnung da ist.',
  kindly: (name) =>
    `Die Orga konnte nicht bestätigen, dass du ${name} bist. Wenn das ein Irrtum ist, sprich sie bitte an; sonst ändert sich hier nichts für dich.`,
};

/** What names commands, which each platform has its own way to type. */
export const speakingNaming = (slash: Slash): SpeakingNaming => ({
  waiting: (count) =>
    `${count === 1 ? 'Jemand wartet' : `${count} Leute warten`} auf die Bestätigung, hier vorzutragen. ${slash('conference status')} zeigt, wer, mit den Knöpfen dafür.`,
  nothing: `Du hast nicht gesagt, dass du hier vorträgst. ${slash('speaker claim')} nimmt den Vortrag, der deiner ist.`,
  howToEnd: `${slash('speaker drop')} beendet das.`,
});
