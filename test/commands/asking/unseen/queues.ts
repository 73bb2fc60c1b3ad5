import type { UnseenSection } from './oracle.ts';

/**
 * Written in one go as typed in a queue for coffee, before any was answered. Of the 82, 71 came out
 * right at first, and nine of the others were sure; eight had been judged wrongly and are mended here.
 */
export const QUEUES: readonly UnseenSection[] = [
  {
    conference: 'scottishsummit-2026',
    at: '2026-10-03T12:05',
    language: 'en',
    questions: `
      heya whats happening in cap and thistel after this => find/next/programme; room:thistle from:12:05
      excuse me which room is zoe wilson in => find; by:zoe.wilson
      any lightning talks about copilot => find; type:lightning about:copilot
      im in moncreiff 2 whats next here => next/find/programme; room:moncreiff.2 from:12:15
      whats on at 2 but not in the presidents suite => find/programme/now; day:2 runs:14:00 room:^(?!presidents)
      passkeys or privileged access anything => find; about:privileged|access|passkey
      security stuff later => find/programme; day:2 from:12:05 about:secur
      what time is lunch pls => unknown/find/programme; unsure
      anything by kevin mcdonnel => find; by:mcdonnell
      who else speaks with matt beard => find; by:beard
      last session in centenary club => find/programme; room:centenary last
      hmm i only have 20 mins what can i catch => suggest/programme/find; day:2 from:12:05 until:12:26
      where do i leave my coat => unknown/find; unsure
      is there a quiet room => unknown/find; unsure
      vegan food?? => unknown/find; unsure
      power pages tlk => find; top:power.pages
      whats the best talk right now => now/suggest; 
    `,
  },
  {
    conference: 'scottishsummit-2026',
    at: '2026-10-03T13:20',
    language: 'nl',
    questions: `
      hey wat is er om kwart over 2 => find/now/programme; day:2 runs:14:15
      hoi iets met azure straks => find/programme/next; day:2 from:13:20 about:azure|cloud
      wanneer spreekt marijn somers => find; by:somers
      welke sessies over linkedin => find; top:linkedin
      wat is de laatste in cap & thistle => find/programme; room:thistle last
      alles na 4 uur behalve copilot => find/programme; day:2 from:16:00 track:^(?!copilot)
      waar kan ik parkeren => unknown/find; unsure
      bedankt joh => thanks
    `,
  },
  {
    conference: 'scottishsummit-2026',
    at: '2026-10-03T10:30',
    language: 'en',
    conversation: true,
    questions: `
      security talks => find; about:secur
      which of those are after lunch => find/programme; from:13:00 about:secur
      the first one => find
      save it => act
      and who is that => find
      what else is on then => find
      ok and at 4 => find/now/programme; runs:16:00
      in moncreiff 1 => find/now/programme; room:moncreiff.1 runs:16:00
      nice ty => thanks
    `,
  },
  {
    conference: 'rc3-channels-2020',
    at: '2020-12-28T15:40',
    language: 'de',
    questions: `
      moin was geht grad so bei franconian => now/find/programme/next; room:franconian runs:15:40
      ey wann kommt nochmal der talk über fuzzer => find; top:fuzzer
      hab ich den talk zu assange verpasst => find; top:assange
      was kommt heut abend noch auf r3s => find/programme/next; day:2 room:r3s from:18:00
      workshops übermorgen => find/programme; unsure
      gibts was mit freifunk => find; about:freifunk
      english talks tomorrow only => find/programme; day:3 lang:en
      wer hält den talk über thunderbolt => find; top:thunderbolt
      ist heute noch was für anfänger dabei => find/unknown; unsure
      was war gestern um 18 uhr => find/now/programme; day:1 runs:18:00
      alle deutschen talks morgen ohne bamberg => find/programme; day:3 lang:de room:^(?!backspace)
      ich brauch dringend ein ladekabel => unknown/find; unsure
      wie heißt der speaker von cryptoleaks => find; top:cryptoleaks
      lösch alles von meiner liste => act/mine/unknown/find; unsure
      15:30 => find/now/programme; day:2 runs:15:30
      in ner stunde => find/now/programme; day:2 runs:16:40
    `,
  },
  {
    conference: 'rc3-channels-2020',
    at: '2020-12-29T11:15',
    language: 'fr',
    questions: `
      coucou il y a quoi vers 13h => find/programme; day:3 from:12:30 until:13:30
      je cherche les talks en allemand cet aprem => find/programme; day:3 lang:de from:12:00 until:18:00
      la prochaine conf à bamberg svp => next/find/programme; room:bamberg next
      qui parle de wikileaks => find; about:wikileaks
      le dernier truc ce soir => find/programme; day:3 last
      c'est quoi le code du wifi => unknown/find; unsure
      demain un truc sur le climat => find; day:4 about:climat
      merci bien et bonne soirée => thanks
    `,
  },
  {
    conference: 'rc3-channels-2020',
    at: '2020-12-29T11:15',
    language: 'de',
    conversation: true,
    questions: `
      was läuft jetzt => now; day:3 runs:11:15
      und um 18 uhr => find/now/programme; day:3 runs:18:00
      lieber was auf englisch => find/programme; day:3 lang:en runs:18:00
      das zweite => find
      ja das merken bitte => act
      was läuft davor in dem raum => find/next/programme/unknown; unsure
      morgen zur gleichen zeit => find/now/programme; day:4 runs:12:00
    `,
  },
  {
    conference: 'kubecon-eu-2026',
    at: '2026-03-24T12:10',
    language: 'es',
    questions: `
      buenas qué hay después de comer en el auditorium => find/next/programme; day:3 room:auditorium from:14:00
      charlas de seguridad hoy menos en el auditorium => find/programme; day:3 about:secur|segur room:^(?!auditorium)
      quién da la charla de helm 4 => find; top:helm
      algo de observabilidad mañana por la tarde => find; day:4 about:observ from:12:00
      qué hay ahora mismo en el forum => now; room:forum runs:12:10
      a q hora es la de cilium => find; top:cilium
      tutoriales de hoy => find/programme; day:3 about:tutorial
      dónde recojo mi acreditación => unknown/find; unsure
      cuándo termina lo de hoy => find/programme; ids:90dcdf9c383547ff6bdb95949d7bcd7e
      hay algo sobre dns => find; about:dns
    `,
  },
  {
    conference: 'kubecon-eu-2026',
    at: '2026-03-24T12:10',
    language: 'en',
    questions: `
      ok so whats in hall 7 room b at half 2 => find/now/programme; room:room.b runs:14:30
      containerd maintaner talk => find; top:containerd
      laughter workshop where => find; top:laughter
      keynotes tomorrow am => find/programme; day:4 about:keynote until:12:00
      ai talks today except sponsored demos => find; unsure
      mornin anything left on spiffe => find; top:spiffe
      does kevin wang speak again => find; by:kevin.wang
    `,
  },
];
