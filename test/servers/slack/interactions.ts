import { createWaiting, type Waiting } from '../waiting.ts';
import { type Json, present } from './json.ts';
import type { Channel, Message, User, View, Workspace } from './world.ts';

/** Something a person did, and what the app made of it. */
export interface Interaction {
  readonly id: string;
  /** As an error would name it: `/talk`, `"Star"`. */
  readonly what: string;
  readonly workspace: Workspace;
  readonly user: User;
  readonly channel: Channel | undefined;
  /** The message whose button was pressed. */
  readonly message: Message | undefined;
  /** The view it happened in. */
  readonly view: View | undefined;
  readonly triggerId: string;
  readonly triggerExpiresAt: number;
  triggerUsed: boolean;
  ack: Json | string | undefined;
  acknowledgedAfterMs: number | undefined;
  /** What appeared or changed before the person, in order. */
  readonly shown: Shown[];
}

export type Shown =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'closed' }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> };

export type Start = Pick<Interaction, 'what' | 'workspace' | 'user'> & {
  readonly channel?: Channel | undefined;
  readonly message?: Message | undefined;
  readonly view?: View | undefined;
};

export interface Interactions {
  start(start: Start): Interaction;
  get(id: string): Interaction | undefined;
  byTrigger(triggerId: string): Interaction | undefined;
  /** Notes what one interaction led to. */
  show(interaction: Interaction, shown: Shown): void;
  /** Notes what the recent interactions of those who see it led to. */
  showMessage(message: Message, channel: Channel): void;
  showView(view: View): void;
  until: Waiting['until'];
}

/** Only so many of a person's last actions can be what a later message answers. */
const RECENT = 20;

export function createInteractions(triggerLifetimeMs: number): Interactions {
  const all = new Map<string, Interaction>();
  const triggers = new Map<string, Interaction>();
  const recent = new Map<string, Interaction[]>();
  const waiting = createWaiting();
  let count = 0;
  const note = (interaction: Interaction, shown: Shown) => {
    interaction.shown.push(shown);
  };
  return {
    start(start) {
      count += 1;
      const interaction: Interaction = {
        ...{ channel: undefined, message: undefined, view: undefined },
        ...start,
        id: `interaction-${count}`,
        triggerId: `${count}.${start.workspace.id}.${start.user.id}`.toLowerCase(),
        triggerExpiresAt: Date.now() + triggerLifetimeMs,
        triggerUsed: false,
        ack: undefined,
        acknowledgedAfterMs: undefined,
        shown: [],
      };
      all.set(interaction.id, interaction);
      triggers.set(interaction.triggerId, interaction);
      const own = recent.get(start.user.id) ?? [];
      recent.set(start.user.id, [...own.slice(1 - RECENT), interaction]);
      return interaction;
    },
    get: (id) => all.get(id),
    byTrigger: (triggerId) => triggers.get(triggerId),
    show(interaction, shown) {
      note(interaction, shown);
      waiting.wake();
    },
    showMessage(message, channel) {
      const readers = message.ephemeralFor === undefined ? channel.members : [message.ephemeralFor];
      for (const reader of readers) {
        for (const interaction of recent.get(reader) ?? []) {
          if (concerns(interaction, message, channel))
            note(interaction, { kind: 'message', message });
        }
      }
      waiting.wake();
    },
    showView(view) {
      for (const each of recent.get(view.user) ?? []) note(each, { kind: 'view', view });
      waiting.wake();
    },
    until: waiting.until,
  };
}

/**
 * What is said where they acted, or in their own conversation with the app. What bears metadata is found again by it:
 * the app says that by itself, whatever somebody does at that moment.
 */
function concerns({ channel: place }: Interaction, message: Message, channel: Channel): boolean {
  if (message.ephemeralFor !== undefined) return true;
  return message.metadata === undefined && (channel.kind === 'im' || place?.id === channel.id);
}

/** An acknowledgement that carries nothing, in either transport's spelling. */
export function isEmptyAck(ack: Interaction['ack']): boolean {
  if (ack === undefined || ack === '') return true;
  return typeof ack === 'object' && Object.keys(present(ack)).length === 0;
}
