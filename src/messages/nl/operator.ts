import type { OperatorMessages } from '../en/operator.ts';

export const operator: OperatorMessages = {
  disk: {
    begun: 'De schijf is bijna vol',
    over: 'Er is weer plaats op de schijf',
    advice:
      'Daar staat de database: op een volle schijf kan niets worden bewaard, en dus wordt niets gepland of verstuurd. Maak plaats.',
  },
  database: {
    begun: 'De database antwoordt niet',
    over: 'De database antwoordt weer',
    advice:
      'Zolang ze niet antwoordt, wordt niets gepland of verstuurd en krijgen vragen geen antwoord. Daarna gaat Hallway vanzelf verder: kijk naar de database, en herstart Hallway niet.',
  },
  ticks: {
    begun: 'Een tik is uitgebleven',
    over: 'Er komt weer elke minuut een tik',
    advice:
      'In die tijd is niets gepland. Wat nog nut heeft, wordt ingehaald. Het log zegt waarom, tenzij Hallway niet draaide.',
  },
  platform: {
    begun: (platform) => `${platform} is niet bereikbaar`,
    over: (platform) => `${platform} is weer bereikbaar`,
    advice:
      'Daar krijgt niemand antwoord, en wat aan de beurt is, wacht zolang het nut heeft. Hallway maakt vanzelf weer verbinding; het log en de statuspagina van het platform zeggen waarom.',
  },
  late: {
    begun: (platform) => `Berichten op ${platform} zijn te laat`,
    over: (platform) => `Berichten op ${platform} gaan weer op tijd weg`,
    advice:
      'Sommige wachten al twee minuten of langer. “hallway trace TALK” zegt waarop ze wachten.',
  },
  sourceStale: {
    begun: 'Het programma dat SCHEDULE noemt, is niet te lezen',
    over: 'Het programma dat SCHEDULE noemt, is weer te lezen',
    advice:
      'De laatste goede versie blijft in gebruik, en wijzigingen zijn onbekend. “hallway check” met het adres zegt wat eraan schort.',
  },
  sourceRefused: {
    begun: 'Een nieuwe versie van wat SCHEDULE noemt, is ongeloofwaardig',
    over: 'Wat SCHEDULE noemt, is weer in gebruik zoals het is',
    advice:
      'Er ontbreekt veel van wat nog komt, of het ligt erin in het verleden: het log zegt hoeveel. De versie ervoor blijft in gebruik. Klopt de nieuwe toch, dan neemt de organisatie haar over met “conference accept”.',
  },
  since: 'Sinds',
  span: 'Duur',
  soFar: (since, span) => `${since}, ${span} geleden`,
  from: (from, until, span) => `${span}, van ${from} tot ${until}`,
  one: (title, rest) => `${title}: ${rest}`,
};
