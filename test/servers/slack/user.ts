import { act, close, shortcut, slash, submit, suggest } from './acting.ts';
import type { Answer, Patience } from './answer.ts';
import type { Context } from './context.ts';
import type { Entry } from './input-state.ts';
import { type Consent, type Installed, install } from './installing.ts';
import { createPerson, type Place } from './person.ts';
import { messagesSeen, type Seen, type SeenOption, type SeenView, seeView } from './seen.ts';
import { editSaid, openHome, say, shareLink, unsay } from './talking.ts';
import { openModals, topView } from './views.ts';
import { channelNamed, dmWith, type User, type Workspace } from './world.ts';

/** A person at a Slack client. Everything resolves with what that person sees. */
export interface SlackUser {
  readonly id: string;
  readonly name: string;
  slash(command: string, text?: string, place?: Place): Promise<Answer>;
  /** Uses a button, or enters or picks something. `which` is an action id, a label, or a pattern of either. */
  action(
    on: Seen | SeenView,
    which: string | RegExp,
    entry?: Entry,
    patience?: Patience,
  ): Promise<Answer>;
  /** The options offered while an external menu holds `text`. */
  suggest(
    on: Seen | SeenView,
    which: string | RegExp,
    text: string,
  ): Promise<readonly SeenOption[]>;
  /** Entries by block id, action id or label; the rest stays as entered before or as it was. */
  submit(
    view: SeenView,
    entries?: Readonly<Record<string, Entry>>,
    patience?: Patience,
  ): Promise<Answer>;
  /** Dismisses a modal. */
  close(view: SeenView): Promise<void>;
  /** With a message the message shortcut, without one the global one. */
  shortcut(callbackId: string, message?: Seen, patience?: Patience): Promise<Answer>;
  openHome(patience?: Patience): Promise<Answer>;
  /** Writes a message, which the app hears of in its own conversation only. */
  /** `@hallway` mentions the app. */
  says(text: string, place?: Place): Promise<Seen>;
  /** What was said in the conversation with the app. */
  edits(message: Seen, text: string): Promise<void>;
  deletes(message: Seen): Promise<void>;
  /** Writes a message with a link of a domain the app unfurls, and waits for its preview. */
  sharesLink(url: string, place?: Place): Promise<Answer>;
  /** From the app's "Add to Slack" page, consenting or not. */
  install(installUrl: string, consent?: Consent): Promise<Installed>;
  home(): SeenView | undefined;
  /** The modal before them. */
  modal(): SeenView | undefined;
  /** Every modal that is open, oldest first; only the top one of each stack is in sight. */
  modals(): readonly SeenView[];
  dms(): readonly Seen[];
  /** Every message of a channel that this person sees, ephemeral ones included. */
  sees(channel: string): readonly Seen[];
}

export function createUser(context: Context, workspace: Workspace, user: User): SlackUser {
  const person = createPerson(context, workspace, user);
  return {
    id: user.id,
    name: user.name,
    slash: (command, text = '', place = {}) => slash(person, command, text, place),
    action: (on, which, entry, patience = {}) => act(person, on, which, entry, patience),
    suggest: (on, which, text) => suggest(person, on, which, text),
    submit: (view, entries = {}, patience = {}) => submit(person, view, entries, patience),
    close: (view) => close(person, view),
    shortcut: (callbackId, message, patience = {}) =>
      shortcut(person, callbackId, message, patience),
    openHome: (patience = {}) => openHome(person, patience),
    says: (text, place = {}) => say(person, text, place),
    edits: (message, text) => editSaid(person, message, text),
    deletes: (message) => unsay(person, message),
    sharesLink: (url, place = {}) => shareLink(person, url, place),
    install: (url, consent = 'yes') => install(context, workspace, user, url, consent),
    home: () => {
      const view = workspace.homes.get(user.id);
      return view === undefined ? undefined : seeView(view);
    },
    modal: () => {
      const view = topView(context, user);
      return view === undefined ? undefined : seeView(view);
    },
    modals: () => openModals(context, user).map(seeView),
    dms: () => messagesSeen(dmWith(context.world, workspace, user.id), user.id),
    sees: (channel) => messagesSeen(channelNamed(workspace, channel), user.id),
  };
}
