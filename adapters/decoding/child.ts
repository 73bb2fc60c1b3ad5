import { once } from 'node:events';
import { outcomeOf } from './outcome.ts';

/** The process of one reading: a message with the task, one with the outcome. */
const [task] = await once(process, 'message');
process.send?.(outcomeOf(task), undefined, {}, () => process.disconnect?.());
