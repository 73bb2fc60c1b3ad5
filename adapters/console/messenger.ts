import type { Dispatch, Messenger } from '../../src/platform/messenger.ts';
import type { Target } from '../../src/platform/target.ts';
import type { Screen } from './screen.ts';

/** Speaks on the screen, which cannot refuse, and forgets: what was printed before a crash is unknown. */
export function consoleMessenger(screen: Screen, platform: string): Messenger {
  const post = (id: string, isEdit: boolean, { target, card, mention }: Dispatch) =>
    screen.post({
      id,
      isEdit,
      target: targetWords(target),
      card,
      ...(mention === undefined ? {} : { mention }),
    });
  return {
    lane: () => platform,
    spacing: () => 0,
    async send(dispatch) {
      const id = dispatch.attemptKey;
      post(id, false, dispatch);
      return id;
    },
    async edit(messageId, dispatch) {
      post(messageId, true, dispatch);
    },
    fate: async () => ({ kind: 'lost' }),
  };
}

function targetWords(target: Target): string {
  return target.kind === 'channel' ? `#${target.channel}` : 'DM';
}
