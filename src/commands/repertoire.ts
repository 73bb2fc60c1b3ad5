import type { Deed, ShowingKind } from '../cards/action.ts';
import type { Card } from '../cards/cards.ts';
import type { View } from '../cards/view.ts';
import type { PressRequest, Reply } from '../platform/requests.ts';
import type { Command } from './command.ts';
import type { Scene } from './scene.ts';

/** All that Hallway can do; `list.ts` writes it out. */
export interface Repertoire {
  readonly commands: readonly Command[];
  draw(view: View, scene: Scene): Promise<Card>;
  /** Does what changes or asks something; what only shows is the router's. */
  perform(deed: ChangingDeed, scene: Scene, request: PressRequest): Promise<Reply>;
}

export type ChangingDeed = Exclude<Deed, { readonly kind: ShowingKind }>;
