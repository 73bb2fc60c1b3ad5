import { countSteps } from '../support/countedSteps.ts';
import { CONVERSIONS } from './conversions.ts';

interface Order {
  readonly conversion: string;
  readonly text: string;
}

/** What is loaded or made with the first text that needs it is no step of that text. */
const FIRST = [
  '<p>A <b>b</b> &eacute;</p><ul><li>c</li></ul>',
  'A **b** [c](https://d.example)\n\n- e',
];
for (const convert of Object.values(CONVERSIONS)) for (const text of FIRST) convert(text);

process.on('message', async ({ conversion, text }: Order) => {
  process.send?.(await countSteps(() => CONVERSIONS[conversion]?.(text)));
});
