import type { AlertMessages, AlertNaming } from '../en/alerts.ts';
import type { Slash } from '../slash.ts';
import { more } from './counts.ts';

export const alerts: AlertMessages = {
  titles: {
    sourceStale: 'De bron van het programma is niet te lezen',
    sourceRefused: 'Een nieuwe versie van het programma is ongeloofwaardig',
    channel: 'Een kanaal is dicht voor Hallway',
    contradiction: 'Het programma spreekt een met de hand gewijzigde lezing tegen',
    claim: 'Iemand zegt hier te spreken',
    roomFeedStale: 'Hoe vol zalen zijn, is niet te lezen',
    late: 'Berichten hier zijn te laat',
  },
  over: (what) => `Voorbij: ${what}`,
  several: (count) => `${count} dingen om naar te kijken`,
  more,
  again: (returns) =>
    returns === 1 ? 'Het was al een keer voorbij.' : `Het was al ${returns} keer voorbij.`,
  shrunken: (lost, of) => `Er ontbreken ${lost} van de ${of} lezingen die nog komen.`,
  past: (lost, of) =>
    `${lost} van de ${of} lezingen die nog komen liggen er in het verleden, zoals vorig jaar.`,
  here: 'Meldingen komen hier',
  hereIs:
    'Vanaf nu leest de organisatie hier waar ze naar moet kijken: een bron die niet te lezen of ongeloofwaardig is, kanalen die dicht zijn voor Hallway, met de hand gewijzigde lezingen die het programma tegenspreekt, sprekers die bevestigd moeten worden, berichten die te laat zijn. Elk ding wordt één keer gezegd, en het bericht zegt wanneer het voorbij is.',
  nowElsewhere: 'Meldingen komen nu ergens anders',
  nowNowhere: 'Meldingen komen nu nergens meer',
};

export const alertsNaming = (slash: Slash): AlertNaming => ({
  advice: {
    sourceStale: `De laatste goede versie blijft in gebruik, en wijzigingen zijn onbekend. ${slash('conference doctor')} zegt wat eraan schort.`,
    sourceRefused: `Ze lijkt kapot, dus de versie ervoor blijft in gebruik. ${slash('conference accept')} laat haar zien, en neemt haar over als ze toch klopt.`,
    channel: `aankondigingen komen daar niet meer aan. Laat Hallway er schrijven, of stop ze met ${slash('conference mute')}.`,
    contradiction: `jullie wijziging geldt tot jullie beslissen. ${slash('conference doctor')} noemt beide; ${slash('conference talk')} wijzigt het nog eens, of neemt weer wat het programma zegt.`,
    claim: 'wacht op jullie antwoord; alleen een bevestigde spreker krijgt iets als spreker.',
    roomFeedStale: `Alleen wat vrijwilligers over zalen zeggen, telt. ${slash('conference doctor')} zegt wat eraan schort; ${slash('conference use')} noemt een ander adres, of geen.`,
    late: `Sommige wachten al twee minuten of langer. ${slash('conference status')} zegt waarop.`,
  },
});
