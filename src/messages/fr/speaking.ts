import type { SpeakingMessages, SpeakingNaming } from '../en/speaking.ts';
import type { Slash } from '../slash.ts';
import { more, plural } from './counts.ts';

export const speaking: SpeakingMessages = {
  fromTalk: 'C’est moi qui présente…',
  title: 'Tu présentes',
  which: 'Qui es-tu parmi ces personnes ? L’orga devra le confirmer.',
  iAm: (name) => `Je suis ${name}`,
  nobody: 'Le programme ne dit pas qui fait cette présentation.',
  gone: 'Ce n’est plus dans le programme.',
  claimed: (name) =>
    `Merci. On demande à l’orga de confirmer que tu es ${name}, et tu auras la réponse.`,
  open: (name) => `Tu as dit que tu es ${name} ; l’orga doit encore le confirmer.`,
  confirmed: (name) => `Il est déjà confirmé que tu es ${name}.`,
  tooMany: (most) =>
    `${most} de tes demandes attendent encore d’être confirmées, et c’est le maximum à la fois.`,
  nowhere: 'Dis-le là où est la conférence : dans sa communauté, dont l’orga le confirme.',
  dropped: (name) => `Tu ne reçois plus rien en tant que ${name}.`,
  notYours: 'C’était déjà retiré ou refusé.',
  states: { open: 'à confirmer', confirmed: 'confirmé' },
  drop: 'Ce n’est pas moi',
  lead: 'Avant de passer',
  hears:
    'Une fois confirmé, tu as un rappel avant de passer, et tu es au courant de chaque changement de ta présentation et de sa vidéo.',
  silent:
    'Tu as rendu Hallway muet : rien de tout cela ne t’atteint tant que tu ne réactives pas les messages.',
  closed: 'Les messages privés ne t’atteignent pas, donc rien de tout cela non plus.',

  decide: 'Intervenant·es à confirmer',
  saysToBe: (name) => `dit être ${name}.`,
  saysSoToo: 'le dit aussi.',
  isConfirmedAlready: 'est déjà confirmé·e sous ce nom.',
  confirm: (name) => `Confirmer ${name}`,
  refuse: (name) => `Refuser ${name}`,
  didConfirm: (name) => `Confirmé : ${name}. La personne est prévenue.`,
  didRefuse: (name) => `Refusé : ${name}. La personne est prévenue, gentiment.`,
  decided: 'C’est déjà décidé ou retiré.',
  moreToDecide: more,

  onIn: (span, place) => `C’est à toi dans ${span} : ${place}`,
  onNow: (place) => `C’est à toi maintenant : ${place}`,
  starred: (people) => `Sur environ ${people} listes.`,
  yours: (title) => `Ta présentation : ${title}`,
  recorded: (count) =>
    plural(count, 'La vidéo de ta présentation est là', 'Les vidéos de tes présentations sont là'),

  previewed: (messages) =>
    messages === 1
      ? 'Non listé : un message privé qui annonce son passage à qui présente.'
      : `Non listés : ${messages} messages privés qui annoncent leur passage à celles et ceux qui présentent.`,

  youAre: (name) => `C’est confirmé : tu es ${name}`,
  youAreNot: (name) => `Pas confirmé : ${name}`,
  hearsNow:
    'Désormais, tu as un rappel avant de passer, et tu es au courant de chaque changement de ta présentation et de sa vidéo.',
  kindly: (name) =>
    `L’orga n’a pas pu confirmer que tu es ${name}. Si c’est une erreur, parle-lui ; sinon, rien ne change pour toi ici.`,
};

export const speakingNaming = (slash: Slash): SpeakingNaming => ({
  waiting: (count) =>
    `${plural(count, 'Une personne attend', `${count} personnes attendent`)} d’être confirmée${count > 1 ? 's' : ''} comme intervenant·e${count > 1 ? 's' : ''}. ${slash('conference status')} montre qui, avec les boutons pour décider.`,
  nothing: `Tu n’as pas dit que tu présentes ici. ${slash('speaker claim')} prend la présentation qui est la tienne.`,
  howToEnd: `${slash('speaker drop')} y met fin.`,
});
