import type { WebMessages } from '../en/web.ts';

export const web: WebMessages = {
  address: {
    title: 'Tu lista en tu calendario',
    follow: 'En esta dirección, tu calendario sigue tu lista:',
    renewed: 'Esta es tu nueva dirección; en la anterior ya no hay nada:',
    where:
      'Añádela por su dirección. Google Calendar: Otros calendarios, Desde URL. Apple: Archivo, Nueva suscripción a calendario. Outlook: Agregar calendario, Suscribirse desde la web. Thunderbird: Nuevo calendario, En la red.',
    caution:
      'Google solo mira cada 8 a 24 horas y no hace caso de las alarmas: fíate de los recordatorios de aquí. Quien tiene la dirección ve tu lista; una dirección nueva acaba con esta.',
    unreadable: (since) =>
      `Tu lista tiene una dirección desde ${since}, y los calendarios que la tienen la siguen. No se puede mostrar otra vez; una dirección nueva acaba con ella.`,
    page: 'Para verla, con las coincidencias:',
    renew: 'Dirección nueva',
    offer: 'Que mi calendario la siga',
    none: 'Aquí no hay dirección: no se sirve nada en la web. Usa el archivo de calendario.',
  },
  pages: {
    label: 'En la web',
    on: 'El programa está en la web, tal como lo tiene esta comunidad:',
    whatIsSeen:
      'Quien tiene la dirección ve el programa con los retrasos y cambios de la organización, y qué salas están llenas; nada sobre los miembros. Cada sala tiene una página para su puerta.',
    off: 'El programa no está en la web.',
    notServed:
      'Aquí no se sirve nada en la web: quien mantiene Hallway tiene que poner antes WEB_ADDRESS.',
    noName: (name) =>
      `«${name}» no es un nombre para una dirección: como mucho 40 minúsculas, cifras y guiones, como fosdem-2027.`,
    taken: (name) =>
      `En «${name}» están las páginas de otra comunidad. Elige otro nombre, después de «on».`,
  },
  page: {
    programme: 'Programa',
    grid: 'Salas y horas',
    nowNext: 'Ahora y después',
    toContent: 'Ir al contenido',
    search: 'Buscar',
    searchLabel: 'Título, ponente, tema…',
    found: (query) => `Búsqueda: ${query}`,
    days: 'Días',
    door: 'Página para la puerta',
    time: 'Hora',
    nothing: 'Aquí no hay nada.',
    nothingNow: 'Ahora no hay nada.',
    now: 'Ahora',
    next: 'Después',
    nothingNext: 'Hoy ya no queda nada aquí.',
    late: (minutes) => `va con ${minutes} min de retraso`,
    early: (minutes) => `va con ${minutes} min de adelanto`,
    add: 'A mi lista',
    addHow: (command) =>
      `Escribe ${command} en el chat y pulsa «☆ Guardar»: te llega un recordatorio, y se te avisa si algo cambia.`,
    openChat: 'Abrir el chat',
    calendars: 'Calendarios',
    calendarOf: (what) => `Calendario: ${what}`,
    mine: 'Mis charlas',
    mineEmpty: 'No hay nada en esta lista.',
    mineCaution:
      'Quien tiene esta dirección ve esta lista. Una dirección nueva en el chat (mytalks calendar) acaba con esta.',
    follow: 'Seguir en mi calendario',
    gone: 'Esa página no existe.',
    zone: (zone) => `Las horas están en la zona ${zone}.`,
  },
};
