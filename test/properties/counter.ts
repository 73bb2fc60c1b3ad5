import { countSteps } from '../support/countedSteps.ts';
import { CONVERSIONS } from './conversions.ts';

interface Order {
  readonly conversion: string;
  readonly text: string;
}

process.on('message', async ({ conversion, text }: Order) => {
  process.send?.(await countSteps(() => CONVERSIONS[conversion]?.(text)));
});
