import type { SpeakingMessages, SpeakingNaming } from '../en/speaking.ts';
import type { Slash } from '../slash.ts';
import { more, plural } from './counts.ts';

export const speaking: SpeakingMessages = {
  fromTalk: 'Ik ben deze spreker …',
  title: 'Jij als spreker',
  which: 'Wie van hen ben je? De organisatie wordt gevraagd het te bevestigen.',
  iAm: (name) => `Ik ben ${name}`,
  nobody: 'Het programma noemt niemand die deze lezing geeft.',
  gone: 'Dat staat niet meer in het programma.',
  claimed: (name) =>
    `Dank je. De organisatie wordt gevraagd te bevestigen dat jij ${name} bent, en je hoort het.`,
  open: (name) => `Je hebt gezegd dat je ${name} bent; het wacht nog op bevestiging.`,
  confirmed: (name) => `Je bent al bevestigd als ${name}.`,
  tooMany: (most) =>
    `${most} dingen die je zei wachten nog op bevestiging, en meer kan niet tegelijk.`,
  nowhere: 'Zeg het waar de conferentie is: in die community, waar de organisatie het bevestigt.',
  dropped: (name) => `Als ${name} krijg je niets meer.`,
  notYours: 'Dat was al ingetrokken of geweigerd.',
  states: { open: 'wacht op bevestiging', confirmed: 'bevestigd' },
  drop: 'Dat ben ik niet',
  lead: 'Voor je aan de beurt bent',
  hears:
    'Eenmaal bevestigd hoor je wanneer je aan de beurt bent, elke wijziging van je lezing, en wanneer de opname er is.',
  silent: 'Je hebt Hallway op stil gezet, dus hier hoor je niets van tot je berichten weer aanzet.',
  closed: 'Privéberichten bereiken je niet, dus dit ook niet.',

  decide: 'Te bevestigen sprekers',
  saysToBe: (name) => `zegt ${name} te zijn.`,
  saysSoToo: 'zegt dat ook.',
  isConfirmedAlready: 'is al als die spreker bevestigd.',
  confirm: (name) => `${name} bevestigen`,
  refuse: (name) => `${name} weigeren`,
  didConfirm: (name) => `Bevestigd: ${name}. Die persoon krijgt bericht.`,
  didRefuse: (name) => `Geweigerd: ${name}. Die persoon krijgt vriendelijk bericht.`,
  decided: 'Dat is al beslist, of ingetrokken.',
  moreToDecide: more,

  onIn: (span, place) => `Over ${span} ben jij aan de beurt: ${place}`,
  onNow: (place) => `Nu ben jij aan de beurt: ${place}`,
  starred: (people) => `Op ongeveer ${people} lijsten.`,
  yours: (title) => `Jouw lezing: ${title}`,
  recorded: (count) =>
    plural(count, 'Je lezing is terug te zien', 'Je lezingen zijn terug te zien'),

  previewed: (messages) =>
    messages === 1
      ? 'Niet vermeld: één privébericht dat een spreker zegt wanneer die aan de beurt is.'
      : `Niet vermeld: ${messages} privéberichten die sprekers zeggen wanneer ze aan de beurt zijn.`,

  youAre: (name) => `Je bent bevestigd als ${name}`,
  youAreNot: (name) => `Niet bevestigd als ${name}`,
  hearsNow:
    'Vanaf nu hoor je wanneer je aan de beurt bent, elke wijziging van je lezing, en wanneer de opname er is.',
  kindly: (name) =>
    `De organisatie kon niet bevestigen dat jij ${name} bent. Is dat een vergissing, laat het ze dan even weten; verder verandert er hier niets voor je.`,
};

export const speakingNaming = (slash: Slash): SpeakingNaming => ({
  waiting: (count) =>
    `${plural(count, 'Iemand wacht', `${count} mensen wachten`)} op bevestiging als spreker. ${slash('conference status')} laat zien wie, met de knoppen om te beslissen.`,
  nothing: `Je hebt niet gezegd dat je hier spreekt. ${slash('speaker claim')} neemt de lezing die van jou is.`,
  howToEnd: `${slash('speaker drop')} maakt er een einde aan.`,
});
