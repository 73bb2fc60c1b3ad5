import type { WebMessages } from '../en/web.ts';

export const web: WebMessages = {
  address: {
    title: 'Ta liste dans ton agenda',
    follow: 'À cette adresse, ton agenda suit ta liste :',
    renewed: 'Voici ta nouvelle adresse ; à l’ancienne, il n’y a plus rien :',
    where:
      'Ajoute-la par son adresse. Google Agenda : Autres agendas, À partir de l’URL. Apple : Fichier, Nouvel abonnement à un calendrier. Outlook : Ajouter un calendrier, S’abonner à partir du web. Thunderbird : Nouvel agenda, Sur le réseau.',
    caution:
      'Google ne regarde que toutes les 8 à 24 heures et ignore les alarmes : compte sur les rappels d’ici. Qui a l’adresse voit ta liste ; une nouvelle adresse met fin à celle-ci.',
    unreadable: (since) =>
      `Ta liste a une adresse depuis ${since}, et les agendas qui l’ont continuent de suivre. On ne peut pas la montrer à nouveau ; une nouvelle adresse y met fin.`,
    page: 'À regarder, avec ce qui se chevauche :',
    renew: 'Nouvelle adresse',
    offer: 'Faire suivre mon agenda',
    none: 'Il n’y a pas d’adresse ici : rien n’est servi sur le web. Prends le fichier d’agenda.',
  },
  pages: {
    label: 'Sur le web',
    on: 'Le programme est sur le web, tel que cette communauté l’a :',
    whatIsSeen:
      'Qui a l’adresse voit le programme avec vos retards et changements, et quelles salles sont pleines ; rien sur les membres. Chaque salle a une page pour sa porte.',
    off: 'Le programme n’est pas sur le web.',
    notServed:
      'Rien n’est servi sur le web ici : la personne qui fait tourner Hallway doit d’abord régler WEB_ADDRESS.',
    noName: (name) =>
      `« ${name} » n’est pas un nom pour une adresse : au plus 40 minuscules, chiffres et traits d’union, comme fosdem-2027.`,
    taken: (name) =>
      `Les pages d’une autre communauté sont à « ${name} ». Choisis un autre nom, après « on ».`,
  },
  page: {
    programme: 'Programme',
    grid: 'Salles et heures',
    nowNext: 'Maintenant et ensuite',
    toContent: 'Aller au contenu',
    search: 'Chercher',
    searchLabel: 'Titre, nom, sujet…',
    found: (query) => `Recherche : ${query}`,
    days: 'Jours',
    door: 'Page pour la porte',
    time: 'Heure',
    nothing: 'Il n’y a rien ici.',
    nothingNow: 'Rien en ce moment.',
    now: 'Maintenant',
    next: 'Ensuite',
    nothingNext: 'Il n’y a plus rien ici aujourd’hui.',
    late: (minutes) => `${minutes} min de retard`,
    early: (minutes) => `${minutes} min d’avance`,
    add: 'Ajouter à ma liste',
    addHow: (command) =>
      `Écris ${command} dans le chat et appuie sur « ☆ Ajouter » : tu auras un rappel, et tu sauras si ça change.`,
    openChat: 'Ouvrir le chat',
    calendars: 'Calendriers',
    calendarOf: (what) => `Calendrier : ${what}`,
    mine: 'Mes présentations',
    mineEmpty: 'Il n’y a rien sur cette liste.',
    mineCaution:
      'Qui a cette adresse voit cette liste. Une nouvelle adresse dans le chat (mytalks calendar) met fin à celle-ci.',
    follow: 'Suivre dans mon agenda',
    gone: 'Cette page n’existe pas.',
    zone: (zone) => `Les heures sont dans le fuseau ${zone}.`,
  },
};
