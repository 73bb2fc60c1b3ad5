import type { OperatorMessages } from '../en/operator.ts';

export const operator: OperatorMessages = {
  disk: {
    begun: 'Le disque est presque plein',
    over: 'Il y a de nouveau de la place sur le disque',
    advice:
      'La base de données s’y trouve : sur un disque plein, rien ne peut être gardé, donc rien n’est planifié ni envoyé. Fais de la place.',
  },
  database: {
    begun: 'La base de données ne répond plus',
    over: 'La base de données répond de nouveau',
    advice:
      'D’ici là, rien n’est planifié ni envoyé, et les questions restent sans réponse. Hallway reprend ensuite de lui-même : occupe-toi de la base, et ne redémarre pas Hallway.',
  },
  ticks: {
    begun: 'Un cycle a manqué',
    over: 'Les cycles reviennent chaque minute',
    advice:
      'Pendant ce temps, rien n’a été planifié. Ce qui sert encore est rattrapé. Le journal dit pourquoi, sauf si Hallway ne tournait pas.',
  },
  platform: {
    begun: (platform) => `${platform} est injoignable`,
    over: (platform) => `${platform} est de nouveau joignable`,
    advice:
      'Personne n’y a de réponse, et ce qui est dû attend tant que cela sert. Hallway se reconnecte de lui-même ; son journal et la page d’état de la plateforme disent pourquoi.',
  },
  late: {
    begun: (platform) => `Les messages sur ${platform} sont en retard`,
    over: (platform) => `Les messages sur ${platform} repartent à l’heure`,
    advice:
      'Certains attendent depuis deux minutes ou plus. « hallway trace TALK » dit ce qu’ils attendent.',
  },
  sourceStale: {
    begun: 'Le programme que nomme SCHEDULE est illisible',
    over: 'Le programme que nomme SCHEDULE est de nouveau lisible',
    advice:
      'La dernière bonne version reste utilisée, et les changements sont inconnus. « hallway check » avec son adresse dit ce qui ne va pas.',
  },
  sourceRefused: {
    begun: 'Une nouvelle version de ce que nomme SCHEDULE n’est pas crédible',
    over: 'Ce que nomme SCHEDULE est de nouveau utilisé tel quel',
    advice:
      'Il y manque beaucoup de ce qui est encore à venir, ou tout y est déjà passé : le journal dit combien. La version d’avant reste utilisée. Si la nouvelle est bonne malgré tout, l’orga la reprend avec « conference accept ».',
  },
  since: 'Depuis',
  span: 'Durée',
  soFar: (since, span) => `${since}, il y a ${span}`,
  from: (from, until, span) => `${span}, de ${from} à ${until}`,
  one: (title, rest) => `${title} : ${rest}`,
};
