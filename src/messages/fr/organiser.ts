import type {
  InstallationMessages,
  InstallationNaming,
  OrganiserMessages,
  OrganiserNaming,
} from '../en/organiser.ts';
import type { Slash } from '../slash.ts';
import { more, plural, talks } from './counts.ts';

export const organiser: OrganiserMessages = {
  title: 'Conférence',
  onlyInCommunity: 'Ça marche sur un serveur ou dans un espace de travail, pas en message privé.',
  again: 'Actualiser',

  status: (title) => `État : ${title}`,
  statusSummary: (count, waiting) =>
    `${talks(count)}, ${waiting} ${plural(waiting, 'message', 'messages')} en attente`,
  source: 'Source',
  page: 'Trouvé sur',
  version: 'Version',
  zone: 'Fuseau horaire',
  programme: 'Programme',
  programmeCount: (count, rooms, canceled) =>
    `${talks(count)} dans ${rooms} ${plural(rooms, 'salle', 'salles')}${canceled === 0 ? '' : `, dont ${canceled} ${plural(canceled, 'annulée', 'annulées')}`}`,
  takenAt: 'Dernier changement',
  checkedAt: 'Dernière lecture',
  failing: 'En échec depuis',
  lastTick: 'Dernier cycle',
  lastSent: 'Dernier message',
  lastHour: 'Dernière heure',
  nothingSent: 'rien n’a été envoyé',
  allOnTime: 'tout à l’heure',
  worst: (due, kind, lateness) => `${kind} de ${due}, ${lateness}`,
  never: 'jamais',
  outbox: 'Messages',
  counts: ({ pending, sending, sent, failed, expired }) =>
    `${pending} en attente, ${sending} en route, ${sent} ${plural(sent, 'envoyé', 'envoyés')}, ${failed} en échec, ${expired} ${plural(expired, 'périmé', 'périmés')}`,
  delays: 'Retards',
  delay: (room, minutes) =>
    minutes > 0 ? `${room} ${minutes} min de retard` : `${room} ${-minutes} min d’avance`,
  streams: 'Directs',
  withStream: 'en direct',
  streamSet: (room) => `Ce qui se passe en salle ${room} se regarde en direct sur`,
  streamCleared: (room, told) =>
    told
      ? `${room} n’a plus d’adresse donnée par vous ; celle du programme compte.`
      : `${room} n’a plus de direct.`,
  noStreamAddress: (typed) =>
    `« ${typed} » n’est pas l’adresse d’un direct. Elle commence par https:// et ne contient pas de mot de passe ; « none » enlève celle de la salle.`,
  roomFeed: 'État des salles',
  roomFeedFrom: (address) =>
    `L’état des salles est lu sur ${address}, chaque minute tant qu’il se passe quelque chose.`,
  noRoomFeed: 'Seuls les bénévoles disent l’état des salles.',
  noRoomFeedAddress: (typed) =>
    `« ${typed} » n’est pas une adresse pour l’état des salles. Elle commence par https:// et ne contient pas de mot de passe ; « none » enlève l’actuelle.`,
  roomFeedFails: (reason) => `L’état des salles est illisible. ${reason}`,
  roomFeedUnknown: (names) =>
    `L’adresse de l’état des salles cite des salles que le programme n’a pas : ${names}.`,
  roomFeedReadAt: (address, at) => `${address}, lu ${at}`,
  roomStates: 'Salles en ce moment',
  channels: 'Canaux',
  ahead: (lead) => `${lead} min avant`,
  kinds: { announcements: 'annonces', notices: 'changements', digest: 'résumé du jour' },
  everything: 'tout',

  used: (title, count, zone) =>
    `Cette communauté suit maintenant ${title} : ${talks(count)}, heures en ${zone}.`,
  added: (title, count, zone) =>
    `Cette communauté a aussi ${title} : ${talks(count)}, heures en ${zone}.`,
  asks: (title, count, present) =>
    `${title} (${talks(count)}) est lisible. Doit-elle remplacer ${present ?? 'la conférence actuelle'}, ou s’y ajouter ?`,
  useAs: { replace: 'Remplacer', add: 'Ajouter' },
  starsStay: 'Ce que les gens ont mis sur leur liste y reste.',
  asksDrop: 'Quelle conférence faut-il retirer ?',
  lost: (channels, changes) =>
    [
      channels === 0
        ? 'n’est annoncée nulle part.'
        : `n’est plus annoncée dans ${channels} ${plural(channels, 'canal', 'canaux')}.`,
      ...(changes === 0
        ? []
        : [
            changes === 1
              ? 'Est perdu ce que vous y avez changé : 1 retard, présentation ou direct.'
              : `Est perdu ce que vous y avez changé : ${changes} retards, présentations et directs.`,
          ]),
    ].join(' '),
  drop: (title) => `Retirer ${title}`,
  dropped: (title) => `Cette communauté n’a plus ${title}.`,
  several:
    'Cette page propose plusieurs programmes. Lequel est celui de la conférence ? Le premier est lisible ; les autres sont lus une fois choisis.',
  take: (address) => `Prendre ${address}`,
  noSuchZone: (zone) =>
    `Il n’y a pas de fuseau horaire « ${zone} ». Ça s’écrit comme Europe/Brussels.`,
  notUsed: (reason) => `Le programme n’a pas été repris. ${reason}`,

  noSuchKind: (kind, kinds) => `Il n’y a pas de « ${kind} », seulement ${kinds}.`,
  channelMissing: 'Ce canal n’existe pas, ou je ne le vois pas. Invite-moi, puis réessaie.',
  channelForbidden: (lacking) =>
    `Je ne peux pas y écrire. Il manque : ${lacking}. Accorde-le-moi, puis réessaie.`,
  lettingMention: (role) => `Permettre à tout le monde de @mentionner ce rôle (${role})`,
  unlocking: (permission) => `un fil qui n’est pas verrouillé (ou ${permission})`,
  mentioningAll: 'Mentionner @everyone, @here et tous les rôles',
  announced: (language, what) => `recevra en ${language} : ${what}.`,
  mentions: 'Chaque annonce mentionne',
  mentionsInNone: 'Seules les annonces mentionnent quelqu’un, et il n’y en a pas là.',
  mentionGone:
    'Le rôle à y mentionner n’existe plus. Choisis-en un autre, ou dis qu’il ne faut mentionner personne.',
  mentioned: 'Mention de',
  firstIs: (title, place) => `La prochaine est « ${title} », ${place}.`,
  noneFits: 'Aucune présentation à venir n’y correspond.',
  muted: 'Rien n’y sera plus publié.',
  answersEverywhere: 'Qui mentionne Hallway dans un canal y reçoit une réponse.',
  answersNowhere:
    'Les mentions dans les canaux restent désormais sans réponse ; les messages privés et les commandes en ont une.',
  answersIn: 'Qui mentionne Hallway ne reçoit de réponse que dans',
  alertsIn: (language) =>
    `est l’endroit où l’orga est prévenue, en ${language}, de ce qu’elle doit regarder.`,
  alertsNowhere: 'L’orga n’est prévenue nulle part de ce qu’elle doit regarder.',
  alertsBeside:
    'Les alertes sont à part : elles arrivent quand il y a quelque chose à regarder, dans',
  alertsOff: 'L’orga n’est plus prévenue nulle part de ce qu’elle doit regarder.',
  alerts: 'Alertes',
  notAnnounced: 'Rien n’y était publié de toute façon.',

  preview: (hours) => plural(hours, 'La prochaine heure', `Les ${hours} prochaines heures`),
  previewSummary: (posts) =>
    posts === 0
      ? 'Rien ne sera publié.'
      : `${posts} ${plural(posts, 'publication', 'publications')}`,
  tomorrow: 'demain',
  digest: 'Résumé du jour',
  morePosts: (count) => `et encore ${count} ${plural(count, 'publication', 'publications')}`,
  notListed: (counted) => `Non listés, en messages privés : environ ${counted}.`,
  direct: {
    lists: (count) => `${count} rappels de ce qui est sur les listes`,
    followed: (count) => `${count} rappels de ce qui est suivi`,
    snoozed: (count) => `${count} rappels reportés`,
    feedback: (count) => `${count} questions sur les présentations terminées`,
    recordings: (count) => `${count} sur des vidéos`,
  },

  delayed: (room, minutes, count) => {
    if (minutes === 0) return `${room} est de nouveau à l’heure.`;
    const shift = minutes > 0 ? `${minutes} min de retard` : `${-minutes} min d’avance`;
    return `${room} : ${shift}. ${talks(count)} encore à venir aujourd’hui ${plural(count, 'est décalée', 'sont décalées')}, et les personnes concernées sont prévenues.`;
  },

  interest: {
    title: (conference) => `Ce qui intéresse : ${conference}`,
    none: 'Rien n’est encore sur la liste de cinq personnes ou plus.',
    about: (moment) =>
      `État : ${moment}. Les nombres sont arrondis à cinq, et ce que moins de cinq personnes ont ajouté est laissé de côté. De nouveaux nombres viennent quand cinq personnes de plus ont ajouté quelque chose.`,
    lists: (people) => `sur environ ${people} listes`,
    listsFor: (people, places) => `sur environ ${people} listes, ${places} places`,
    tooMany: 'plus qu’il n’y a de places',
    clashes: 'Ajoutées par les mêmes gens, et en même temps',
    both: (people) => `environ ${people} personnes`,
    csv: 'En CSV',
    files: 'Voici les présentations et les chevauchements, chacun dans un tableau.',
    talksFile: 'interet.csv',
    clashesFile: 'interet-chevauchements.csv',
  },

  log: 'Qui a fait quoi',
  logSummary: (acts) =>
    acts === 0
      ? 'Personne n’a encore rien fait ici.'
      : `${acts} ${plural(acts, 'chose a été faite', 'choses ont été faites')}`,
  toStatus: 'État',
  former: 'quelqu’un qui a fait partie de l’orga',
  nothing: 'rien',
  acts: {
    use: 'programme',
    drop: 'retirée',
    announce: 'annonces dans',
    mute: 'annonces arrêtées',
    answers: 'réponses aux mentions',
    delay: 'retard de',
    stream: 'direct de',
    say: 'dit à',
    talk: 'présentation',
    organisers: 'orga',
    helpers: 'bénévoles',
    accept: 'version',
    room: 'salle',
    alerts: 'alertes',
    web: 'pages',
    speakers: 'intervenant·e',
  },

  doctor: (title) => `Bilan : ${title}`,
  healthy: 'Tout va bien.',
  found: (count) => `${count} ${plural(count, 'chose', 'choses')} à regarder`,
  moreFindings: more,
  findings: {
    sourceUnreadable: (since, reason) =>
      `La source est en échec depuis ${since} ; la dernière bonne version reste utilisée. ${reason}`,
    sourceSetAside: (since) =>
      `Au démarrage, ${since}, la dernière version du programme n’a pas pu être chargée ; celle d’avant sert jusqu’à ce que la source soit relue.`,
    sourceShrunken: (since, lost, of) =>
      `Depuis ${since}, il manque dans la source ${lost} des ${of} présentations à venir. Elle a l’air cassée, donc la version d’avant reste utilisée.`,
    sourcePast: (since, lost, of) =>
      `Depuis ${since}, ${lost} des ${of} présentations à venir sont dans le passé selon la source, comme dans le programme de l’an dernier. La version d’avant reste utilisée.`,
    sourceStale: (checked) =>
      `Dernière lecture de la source : ${checked}. Les changements depuis sont inconnus.`,
    noTalks: 'Le programme n’a aucune présentation.',
    over: (end) => `La conférence est finie (${end}). Est-ce le programme d’une autre année ?`,
    farAhead: (start) =>
      `La conférence ne commence que plus tard (${start}). Est-ce le bon programme ?`,
    channelForbidden: (lacking) => `Je ne peux pas y écrire. Il manque : ${lacking}.`,
    channelRefused: (at, code) =>
      `le dernier message, ${at}, a été refusé (${code}) ; le journal dit pourquoi.`,
    roomFeedFails: (since, reason) =>
      `L’état des salles est illisible depuis ${since} ; seul compte ce que disent les bénévoles. ${reason}`,
    unheardRooms: (rooms) => `Salles qu’aucun canal n’annonce : ${rooms}.`,
    roomClash: (room, one, other) => `${room} est prise deux fois : « ${one} » et « ${other} ».`,
    ungranted: (permissions) =>
      `Cette version demande des droits qui n’existaient pas quand l’application a été installée : ${permissions}. Donne à l’application son nouveau manifeste, enregistre, et installe-la encore une fois ; d’ici là, tout le reste marche comme avant.`,
    slow: (perMinute, remedy) =>
      `Le serveur me laisse envoyer environ ${perMinute} messages par minute, ce qui ne suffit à aucune conférence. ${remedy}`,
    noTick: (last) =>
      `Dernier cycle de planification des messages : ${last}. Il en faudrait un par minute ; voir le journal.`,
  },
};

export const installation: InstallationMessages = {
  done: {
    title: 'Hallway est installé',
    link: 'Ouvrir l’espace de travail',
  },
  canceled: {
    title: 'Rien n’a été installé',
    text: 'L’installation a été annulée. Rien de ton espace de travail n’est gardé ici.',
    link: 'Installer Hallway quand même',
  },
  organisation: {
    title: 'Pas pour toute une organisation',
    text: 'Hallway s’installe espace de travail par espace de travail, car chacun a sa conférence et son orga. Rien n’a été gardé. Retire l’application de l’organisation, puis choisis un espace de travail.',
    link: 'Installer Hallway dans un espace de travail',
  },
  begunElsewhere: {
    title: 'Cette installation ne peut pas être terminée',
    text: 'Elle a été commencée dans un autre navigateur, était déjà terminée, ou a attendu trop longtemps. Chacune compte une fois, pendant dix minutes.',
    link: 'Recommencer',
  },
  failed: {
    title: 'L’installation a échoué',
    text: 'Rien n’a été installé. Réessaie dans une minute ; si ça échoue encore, la personne qui fait tourner ce Hallway en trouve la raison dans son journal.',
    link: 'Recommencer',
  },
};

export const organiserNaming = (slash: Slash): OrganiserNaming => ({
  sayAs: `Dis-le avec ${slash('conference use')} … as:replace, ou as:add.`,
  nothingToDrop: `Cette communauté n’a pas choisi une telle conférence. ${slash('conference use')} en prend une.`,
  noChannels: `Aucun canal ne reçoit d’annonces. ${slash('conference announce')} en choisit un.`,
  findings: {
    zoneIsUtc: `Les heures sont prises en UTC. Si le lieu est ailleurs : ${slash('conference use')} SOURCE Europe/Brussels.`,
    noSubscription: `Aucun canal ne reçoit d’annonces. ${slash('conference announce')} en choisit un.`,
    channelMissing: `n’existe plus, ou je ne le vois pas. Invite-moi, ou arrête avec ${slash('conference mute')}.`,
    alertsMissing: `n’existe plus, ou je ne le vois pas, et les alertes y vont. Invite-moi, ou choisis-en un autre avec ${slash('conference alerts')}.`,
    mentionGone: `le rôle à mentionner n’existe plus, donc personne n’est mentionné. ${slash('conference announce')} en choisit un autre, ou aucun.`,
    streamsGone: (rooms) =>
      `Un direct est donné pour des salles que le programme n’a plus : ${rooms}. ${slash('conference stream')} le donne sous leur nouveau nom.`,
    unknownPlaces: (slugs) =>
      `attend des salles ou thématiques que le programme n’a pas : ${slugs}. ${slash('conference announce')} en donne d’autres.`,
  },
});

export const installationNaming = (slash: Slash): InstallationNaming => ({
  done: {
    text: `Dans ton espace de travail, ${slash('help')} montre ce qu’il sait faire, et ${slash('conference use')} SOURCE lui donne votre programme.`,
  },
});
