import { answersTo } from './answered.ts';
import { HALF_A } from './halfA.ts';
import { HALF_B } from './halfB.ts';
const quiet = process.argv[3] === 'quiet';
let n=0, wrong=0, sure=0;
for (const s of process.argv[2]==='B'?HALF_B:HALF_A) {
  for (const {question,told,fault} of await answersTo(s)) {
    n++; if (fault===undefined) continue;
    wrong++; if (told.confident) sure++;
    if(!quiet) console.log(`${told.confident?'!!':'  '} [${s.conference}] ${question}\n       ${fault} — ${told.intent} «${told.understood}» ${told.talks.slice(0,3)}`);
  }
}
console.log({n,wrong,sure});
