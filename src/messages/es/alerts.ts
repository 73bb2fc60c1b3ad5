import type { AlertMessages, AlertNaming } from '../en/alerts.ts';
import type { Slash } from '../slash.ts';
import { more } from './counts.ts';

export const alerts: AlertMessages = {
  titles: {
    sourceStale: 'La fuente del programa no se puede leer',
    sourceRefused: 'Una nueva versión del programa no es creíble',
    channel: 'Un canal está cerrado para Hallway',
    contradiction: 'El programa contradice una charla cambiada a mano',
    claim: 'Alguien dice que es ponente',
    roomFeedStale: 'El estado de las salas no se puede leer',
    late: 'Los mensajes aquí llegan tarde',
  },
  over: (what) => `Terminado: ${what}`,
  several: (count) => `${count} cosas que mirar`,
  more,
  again: (returns) =>
    returns === 1 ? 'Ya había terminado una vez.' : `Ya había terminado ${returns} veces.`,
  shrunken: (lost, of) => `Le faltan ${lost} de las ${of} charlas que aún quedan.`,
  past: (lost, of) =>
    `Pone en el pasado ${lost} de las ${of} charlas que aún quedan, como en el programa del año pasado.`,
  here: 'Los avisos llegan aquí',
  hereIs:
    'Desde ahora la organización lee aquí lo que tiene que mirar: una fuente que no se puede leer o no es creíble, canales cerrados para Hallway, charlas cambiadas a mano que el programa contradice, ponentes por confirmar, mensajes que llegan tarde. Cada cosa se dice una vez, y el mensaje dice cuándo ha terminado.',
  nowElsewhere: 'Los avisos llegan ahora a otro sitio',
  nowNowhere: 'Los avisos ya no llegan a ningún sitio',
};

export const alertsNaming = (slash: Slash): AlertNaming => ({
  advice: {
    sourceStale: `La última versión buena sigue en uso, y los cambios no se conocen. ${slash('conference doctor')} dice qué pasa.`,
    sourceRefused: `Parece rota, así que sigue en uso la versión anterior. ${slash('conference accept')} la muestra, y la adopta si al final es buena.`,
    channel: `los anuncios ya no llegan allí. Deja que Hallway escriba allí, o páralos con ${slash('conference mute')}.`,
    contradiction: `vale el cambio hecho a mano hasta que se decida. ${slash('conference doctor')} dice qué pone en cada parte; ${slash('conference talk')} lo cambia otra vez, o recupera lo que dice el programa.`,
    claim: 'espera respuesta; solo las personas confirmadas reciben lo que es para ponentes.',
    roomFeedStale: `Solo vale lo que el voluntariado dice de las salas. ${slash('conference doctor')} dice qué pasa; ${slash('conference use')} da otra dirección, o ninguna.`,
    late: `Algunos llevan esperando dos minutos o más. ${slash('conference status')} dice a qué.`,
  },
});
