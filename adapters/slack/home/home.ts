import type { ActionsBlock, Button, HomeView, KnownBlock } from '@slack/types';
import type { Card } from '../../../src/cards/cards.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import { renderCard, uniqueIds } from '../rendering/card.ts';
import { LINE, plainText } from '../rendering/controls.ts';
import { LIMITS } from '../rendering/limits.ts';
import { finder } from '../surfaces/views.ts';

export interface HomeParts {
  /** What runs, what comes next, the member's list. */
  readonly cards: readonly Card[];
  /** What the member has set, as controls. */
  readonly settings: readonly Card[];
  /** Who was named beside the admins; only for those who may name them. */
  readonly organisers?: readonly string[] | undefined;
  readonly messages: Messages;
}

export const ORGANISERS = 'organisers';

const SIZE = 15_000;
/** More than the settings need. */
const SETTINGS_BLOCKS = 20;

/** A member's own page: type-ahead to add a talk, the cards, and settings. */
export function homeView({ cards, settings: set, organisers, messages }: HomeParts): HomeView {
  const settings = [
    { type: 'divider' } as const,
    ...set.flatMap((card) => renderCard(card, { blocks: SETTINGS_BLOCKS, size: SIZE })),
    dataRow(messages),
    ...(organisers === undefined ? [] : [organiserPicker(organisers, messages)]),
  ];
  const share = Math.floor((LIMITS.viewBlocks - settings.length - 1) / Math.max(1, cards.length));
  const rendered = cards.map((card) => renderCard(card, { blocks: share, size: SIZE }));
  const blocks = [finder(messages.home.addPlaceholder), ...rendered.flat(), ...settings];
  return { type: 'home', blocks: uniqueIds(blocks) };
}

/** What is kept is handed over and erased by commands that a button gives. */
function dataRow({ home }: Messages): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      commandButton(home.exportData, ['mytalks', 'export']),
      {
        ...commandButton(home.forget, ['mytalks', 'forget']),
        style: 'danger',
        confirm: {
          title: plainText(home.forgetTitle, 100),
          text: plainText(home.forgetAsk, 300),
          confirm: plainText(home.forget, 30),
          deny: plainText(home.keep, 30),
          style: 'danger',
        },
      },
    ],
  };
}

function commandButton(label: string, words: readonly string[]): Button {
  return {
    type: 'button',
    text: plainText(label, LIMITS.buttonText),
    action_id: `${LINE}/${words.join(' ')}`,
  };
}

function organiserPicker(chosen: readonly string[], { home }: Messages): KnownBlock {
  return {
    type: 'section',
    text: plainText(home.organisers, LIMITS.sectionText),
    accessory: {
      type: 'multi_users_select',
      action_id: ORGANISERS,
      placeholder: plainText(home.organisersPlaceholder, LIMITS.placeholder),
      ...(chosen.length === 0 ? {} : { initial_users: [...chosen] }),
    },
  };
}
