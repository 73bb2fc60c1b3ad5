import type { NamingMessages, RoomMessages } from '../en/people.ts';

export const naming: NamingMessages = {
  label: { organiser: 'Organización', helper: 'Voluntariado' },
  listed: {
    organiser: 'Organizan, además de quien administra esta comunidad:',
    helper: 'Voluntariado, que puede decir cómo están las salas, además de la organización:',
  },
  nobody: 'nadie todavía.',
  byAdmins: 'Quién más organiza lo dice quien administra esta comunidad.',
  everybody: 'Eso sería todo el mundo. Nombra un rol que solo tenga tu equipo, o personas.',
  notNamed: {
    organiser: 'no era de la organización, así que no ha cambiado nada.',
    helper: 'no era del voluntariado, así que no ha cambiado nada.',
  },
  noGroups: (group) =>
    `Aquí no se me dice quién está en un grupo, así que ${group} no se puede nombrar. Nombra a las personas, con una @ delante.`,
  noPerson: (word) => `Aquí nadie se llama «${word}». Nombra a la gente con una @ delante.`,
};

export const room: RoomMessages = {
  title: (name) => `Sala ${name}`,
  said: {
    full: (clock) => `llena a las ${clock}`,
    busy: (clock) => `casi llena a las ${clock}`,
  },
  states: { full: 'Llena', busy: 'Casi llena', free: 'Libre' },
  unsaid: 'Nadie ha dicho que esté llena.',
  late: (minutes) =>
    minutes > 0 ? `Va con ${minutes} min de retraso.` : `Va con ${-minutes} min de adelanto.`,
  later: (minutes) => `${minutes} min más tarde`,
  onTime: 'De nuevo en hora',
  look: 'Actualizar',
  running: (title, until) => `Hasta las ${until}: ${title}`,
  next: (title, clock) => `Después, a las ${clock}: ${title}`,
  isFull: (name) => `${name} está llena`,
  nextThere: (clock, title) => `Después en esta sala, a las ${clock}, de tu lista: ${title}`,
  meanwhile: 'Al mismo tiempo',
  over: (name) => `En ${name} ya no hay nada hoy, así que no hay nada que señalar.`,
  helpersOnly:
    'El estado de las salas lo dice el voluntariado que nombra la organización de esta comunidad. Consultarlo puede cualquiera.',
  lateHowMuch: '¿Con cuánto retraso? Di también los minutos: late 10.',
};
