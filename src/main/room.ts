import { setFlagsFromString } from 'node:v8';

/**
 * V8's room for young objects grows with those that stay, and hardly shrinks again. Nearly all that
 * a start makes stays; afterwards little does.
 */
export function holdRoom(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** V8's own way again. */
export function letRoomGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}
