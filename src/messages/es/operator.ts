import type { OperatorMessages } from '../en/operator.ts';

export const operator: OperatorMessages = {
  disk: {
    begun: 'El disco está casi lleno',
    over: 'Vuelve a haber sitio en el disco',
    advice:
      'Allí está la base de datos: con el disco lleno no se puede guardar nada, y por tanto no se planifica ni se envía nada. Haz sitio.',
  },
  database: {
    begun: 'La base de datos no responde',
    over: 'La base de datos vuelve a responder',
    advice:
      'Hasta que responda, no se planifica ni se envía nada, y las preguntas fallan. Después Hallway sigue por sí mismo: ocúpate de la base, y no reinicies Hallway.',
  },
  ticks: {
    begun: 'Ha faltado un ciclo',
    over: 'Los ciclos vuelven a llegar cada minuto',
    advice:
      'En ese tiempo no se planificó nada. Lo que aún sirve se recupera. El registro dice por qué, salvo que Hallway no estuviera en marcha.',
  },
  platform: {
    begun: (platform) => `${platform} no está disponible`,
    over: (platform) => `${platform} vuelve a estar disponible`,
    advice:
      'Allí nadie recibe respuesta, y lo pendiente espera mientras sirva. Hallway se conecta de nuevo por sí mismo; su registro y la página de estado de la plataforma dicen por qué.',
  },
  late: {
    begun: (platform) => `Los mensajes en ${platform} llegan tarde`,
    over: (platform) => `Los mensajes en ${platform} vuelven a salir a tiempo`,
    advice: 'Algunos llevan esperando dos minutos o más. «hallway trace TALK» dice a qué esperan.',
  },
  sourceStale: {
    begun: 'El programa que nombra SCHEDULE no se puede leer',
    over: 'El programa que nombra SCHEDULE se puede leer de nuevo',
    advice:
      'La última versión buena sigue en uso, y los cambios no se conocen. «hallway check» con su dirección dice qué pasa.',
  },
  sourceRefused: {
    begun: 'Una nueva versión de lo que nombra SCHEDULE no es creíble',
    over: 'Lo que nombra SCHEDULE vuelve a estar en uso tal cual',
    advice:
      'Le falta mucho de lo que aún queda, o lo tiene en el pasado: el registro dice cuánto. Sigue en uso la versión anterior. Si al final la nueva es buena, la organización la adopta con «conference accept».',
  },
  since: 'Desde',
  span: 'Duración',
  soFar: (since, span) => `${since}, hace ${span}`,
  from: (from, until, span) => `${span}, de ${from} a ${until}`,
  one: (title, rest) => `${title}: ${rest}`,
};
