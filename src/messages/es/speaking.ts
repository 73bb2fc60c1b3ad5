import type { SpeakingMessages, SpeakingNaming } from '../en/speaking.ts';
import type { Slash } from '../slash.ts';
import { more, plural } from './counts.ts';

export const speaking: SpeakingMessages = {
  fromTalk: 'La doy yo…',
  title: 'Tú como ponente',
  which: '¿Quién de estas personas eres? Se pedirá a la organización que lo confirme.',
  iAm: (name) => `Soy ${name}`,
  nobody: 'El programa no dice quién da esta charla.',
  gone: 'Eso ya no está en el programa.',
  claimed: (name) =>
    `Gracias. Se pide a la organización que confirme que eres ${name}, y se te avisará.`,
  open: (name) => `Has dicho que eres ${name}; falta que se confirme.`,
  confirmed: (name) => `Ya está confirmado que eres ${name}.`,
  tooMany: (most) =>
    `${most} de las cosas que has dicho están por confirmar, y no puede haber más a la vez.`,
  nowhere: 'Dilo donde está la conferencia: en su comunidad, cuya organización lo confirma.',
  dropped: (name) => `Ya no recibes nada como ${name}.`,
  notYours: 'Eso ya se había retirado o rechazado.',
  states: { open: 'por confirmar', confirmed: 'confirmado' },
  drop: 'No soy yo',
  lead: 'Antes de tu turno',
  hears:
    'Cuando se confirme, se te avisa antes de tu turno, de cada cambio en tu charla y de su grabación.',
  silent:
    'Has puesto a Hallway en silencio, así que nada de esto te llega hasta que actives los mensajes.',
  closed: 'Los mensajes directos no te llegan, así que nada de esto tampoco.',

  decide: 'Ponentes por confirmar',
  saysToBe: (name) => `dice que es ${name}.`,
  saysSoToo: 'también lo dice.',
  isConfirmedAlready: 'ya tiene confirmado ese nombre.',
  confirm: (name) => `Confirmar: ${name}`,
  refuse: (name) => `Rechazar: ${name}`,
  didConfirm: (name) => `Confirmado: ${name}. Se le avisa.`,
  didRefuse: (name) => `Rechazado: ${name}. Se le avisa, con amabilidad.`,
  decided: 'Eso ya está decidido, o se retiró.',
  moreToDecide: more,

  onIn: (span, place) => `Te toca en ${span}: ${place}`,
  onNow: (place) => `Te toca ahora: ${place}`,
  starred: (people) => `En unas ${people} listas.`,
  yours: (title) => `Tu charla: ${title}`,
  recorded: (count) =>
    plural(count, 'Ya se puede volver a ver tu charla', 'Ya se pueden volver a ver tus charlas'),

  previewed: (messages) =>
    messages === 1
      ? 'Sin incluir: un mensaje directo que avisa a un ponente de su turno.'
      : `Sin incluir: ${messages} mensajes directos que avisan a los ponentes de su turno.`,

  youAre: (name) => `Confirmado: eres ${name}`,
  youAreNot: (name) => `Sin confirmar: ${name}`,
  hearsNow:
    'Desde ahora se te avisa antes de tu turno, de cada cambio en tu charla y de su grabación.',
  kindly: (name) =>
    `La organización no ha podido confirmar que eres ${name}. Si es un error, habla con ella; por lo demás, aquí no cambia nada para ti.`,
};

export const speakingNaming = (slash: Slash): SpeakingNaming => ({
  waiting: (count) =>
    `${plural(count, 'Alguien espera', `${count} personas esperan`)} confirmación como ponente. ${slash('conference status')} muestra quién, con los botones para decidir.`,
  nothing: `No has dicho que hables aquí. ${slash('speaker claim')} toma la charla que es tuya.`,
  howToEnd: `${slash('speaker drop')} lo deja sin efecto.`,
});
