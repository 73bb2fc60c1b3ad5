import { flushCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * V8's room for young objects grows with those that stay, and hardly shrinks again. Nearly all that
 * a start makes stays; afterwards little does.
 */
export function holdRoom(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * The start is over. What was compiled is written down now, since a process that is killed writes
 * nothing at its end. The garbage of the start, a fifth of all memory, is collected as thoroughly as
 * V8 can: that takes a moment, and V8 by itself hardly ever does it in a process with little to do.
 */
export function settle(): void {
  flushCompileCache();
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort' });
  setFlagsFromString('--semi-space-growth-factor=2');
}
