import type { OperatorMessages } from '../en/operator.ts';

export const operator: OperatorMessages = {
  disk: {
    begun: 'De schijf is bijna vol',
    over: 'Er is weer plaats op de schijf',
    advice:
      'Daar staat de database: op een volle schijf kan niets worden bewaard, en dus wordt niets gepland of verstuurd. Maak plaats.',
  },
  database: {
    begun: 'De database is weg',
    over: 'De database is terug',
    advice:
      'Tot ze antwoordt, wordt niets gepland of verstuurd en krijgen vragen geen antwoord. Daarna gaat Hallway vanzelf verder: kijk naar de database, en herstart Hallway niet.',
  },
  ticks: {
    begun: 'Een tik is uitgebleven',
    over: 'Er komt weer elke minuut een tik',
    advice:
      'In die tijd is niets gepland. Wat nog nut heeft, wordt ingehaald. Het log zegt waarom, tenzij Hallway niet liep.',
  },
  platform: {
    begun: (platform) => `${platform} is weg`,
    over: (platform) => `${platform} is terug`,
    advice:
      'Daar krijgt niemand antwoord, en wat aan de beurt is, wacht zolang het nut heeft. Hallway maakt vanzelf weer verbinding; het log en de statuspagina van het platform zeggen waarom.',
  },
  late: {
    begun: (platform) => `Berichten op ${platform} zijn te laat`,
    over: (platform) => `Berichten op ${platform} gaan weer op tijd weg`,
    advice:
      'Sommige wachten al twee minuten of langer. “hallway trace TALK” zegt waarop ze wachten.',
  },
  since: 'Sinds',
  span: 'Duurde',
  soFar: (since, span) => `${since}, ${span} geleden`,
  from: (from, until, span) => `${span}, van ${from} tot ${until}`,
  one: (title, rest) => `${title}: ${rest}`,
};
