import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  ComponentType as Kind,
  MessageFlags,
} from 'discord-api-types/v10';
import { type Json, numberOf, objectsOf, textOf } from './json.ts';
import { textsOf } from './mentions.ts';
import { walk } from './rules/components.ts';
import type { StoredMessage } from './world.ts';

export interface SeenButton {
  readonly label: string;
  /** Empty for links. */
  readonly customId: string;
  readonly url: string;
  readonly style: number;
  readonly disabled: boolean;
}

export interface SeenMenu {
  readonly customId: string;
  readonly placeholder: string;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description: string;
  }[];
}

/** A message as its reader sees it, at one moment. */
export interface Seen {
  readonly id: string;
  readonly channelId: string;
  readonly ephemeral: boolean;
  /** "Hallway is thinking…" */
  readonly loading: boolean;
  /** The content and every text display, one a line. */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly menus: readonly SeenMenu[];
  readonly embeds: readonly APIEmbed[];
  readonly attachments: readonly APIAttachment[];
  readonly mentions: {
    readonly everyone: boolean;
    readonly roles: readonly string[];
    readonly users: readonly string[];
  };
  /** How often it was edited, the filling of a deferred answer not counted. */
  readonly edits: number;
  readonly raw: APIMessage;
}

export function see({ api, ephemeralFor, edits }: StoredMessage): Seen {
  const all = walk(api.components).map(({ component }) => component);
  return {
    id: api.id,
    channelId: api.channel_id,
    ephemeral: ephemeralFor !== undefined,
    loading: ((api.flags ?? 0) & MessageFlags.Loading) !== 0,
    text: textsOf(api.content, api.components).join('\n'),
    buttons: all.filter((each) => each['type'] === Kind.Button).map(toButton),
    menus: all.filter((each) => each['type'] === Kind.StringSelect).map(toMenu),
    embeds: api.embeds,
    attachments: api.attachments,
    mentions: {
      everyone: api.mention_everyone,
      roles: api.mention_roles,
      users: api.mentions.map((user) => user.id),
    },
    edits,
    raw: api,
  };
}

function toButton(button: Json): SeenButton {
  return {
    label: textOf(button['label']),
    customId: textOf(button['custom_id']),
    url: textOf(button['url']),
    style: numberOf(button['style']),
    disabled: button['disabled'] === true,
  };
}

function toMenu(menu: Json): SeenMenu {
  return {
    customId: textOf(menu['custom_id']),
    placeholder: textOf(menu['placeholder']),
    options: objectsOf(menu['options']).map((option) => ({
      label: textOf(option['label']),
      value: textOf(option['value']),
      description: textOf(option['description']),
    })),
  };
}

export interface SeenField {
  readonly customId: string;
  readonly label: string;
  readonly type: number;
  readonly value: string;
  readonly required: boolean;
}

/** A modal as it opens before its reader. */
export interface SeenModal {
  readonly customId: string;
  readonly title: string;
  readonly fields: readonly SeenField[];
  /** The interaction that opened it. */
  readonly openedBy: string;
  readonly raw: Json;
}

export function seeModal(modal: Json, openedBy: string): SeenModal {
  const all = walk(modal['components']).map(({ component }) => component);
  const labelOf = (id: unknown) =>
    textOf(
      all.find((each) =>
        objectsOf([each['component']]).some((inner) => inner['custom_id'] === id),
      )?.['label'],
    );
  return {
    customId: textOf(modal['custom_id']),
    title: textOf(modal['title']),
    fields: all
      .filter((each) => each['custom_id'] !== undefined)
      .map((each) => ({
        customId: textOf(each['custom_id']),
        label: textOf(each['label']) || labelOf(each['custom_id']),
        type: numberOf(each['type']),
        value: textOf(each['value']),
        required: each['required'] !== false,
      })),
    openedBy,
    raw: modal,
  };
}
