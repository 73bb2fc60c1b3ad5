import { SETTINGS, type Setting } from '../setting.ts';

/** Sets something of the member's own; the settings are drawn again in their place. */
export interface SetDeed {
  readonly kind: 'set';
  readonly setting: Setting;
  readonly value: string;
}

/** Has the member hear of recordings, be asked how talks were, or hear what organisers say to many; or no more. */
export interface WishDeed {
  readonly kind: 'wish' | 'unwish';
  readonly wish: 'recordings' | 'feedback' | 'says';
}

export function wishDeed(kind: WishDeed['kind'], wish: string): WishDeed | undefined {
  const isOne = wish === 'recordings' || wish === 'feedback' || wish === 'says';
  return isOne ? { kind, wish } : undefined;
}

export function setDeed([typed = '', value = '']: readonly string[]): SetDeed | undefined {
  const setting = SETTINGS.find((one) => one === typed);
  return setting === undefined || value === '' ? undefined : { kind: 'set', setting, value };
}
