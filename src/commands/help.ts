import {
  type Block,
  type Button,
  type Card,
  type Inline,
  paragraph,
  quiet,
  type Text,
} from '../cards/cards.ts';
import { button, fitsView, viewButton } from '../cards/controls.ts';
import type { Frame } from '../cards/frame.ts';
import { problemCard } from '../cards/problem.ts';
import type { View } from '../cards/view.ts';
import { DEFAULT_PREVIEW_HOURS } from '../cards/view.ts';
import { describe } from '../messages/messages.ts';
import type { CommandSpec } from '../platform/commandSpec.ts';
import { usage } from '../platform/grammar.ts';
import { answered } from '../platform/replies.ts';
import { mayUse } from '../platform/roles.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';

type HelpView = Extract<View, { readonly kind: 'help' }>;

export const helpSpec: CommandSpec = {
  name: 'help',
  access: 'everyone',
  options: [{ name: 'command', kind: 'text', required: false }],
  subcommands: [],
};

/** `/help`, over all the commands, itself among them; of one alone where it is named. */
export function helpCommand(all: readonly CommandSpec[], pages: HelpPages = {}): Command {
  return {
    spec: helpSpec,
    shows: 'programme',
    async run({ args }, readContext) {
      const context = await readContext();
      const { command: named } = args;
      if (named === undefined) {
        return answered(drawHelp(all, { kind: 'help' }, context, pages), context);
      }
      return answered(oneCommand(all, named, context), context);
    },
  };
}

/** How one command is used: of an organiser's, whoever asks is told whose it is. */
function oneCommand(all: readonly CommandSpec[], named: string, context: Context): Card {
  const { messages, caller } = context;
  const open = all.filter(({ access }) => mayUse(access, caller));
  const called = (each: CommandSpec) => [each.name, messages.slash(each.name)].includes(named);
  const spec = open.find(called);
  if (spec !== undefined) return commandCard(spec, context);
  const other = all.find(called);
  const { errors } = messages;
  const names = open.map(({ name }) => messages.slash(name)).join(', ');
  return problemCard(
    messages,
    other === undefined
      ? errors.unknownCommand(named.replace(/^\W+/, ''), names)
      : errors.organisersOnly(other.name),
  );
}

function commandCard(spec: CommandSpec, frame: Frame): Card {
  const title = frame.messages.slash(spec.name);
  const meaning = describe(frame.messages, spec.name);
  const isSeveral = spec.subcommands.length > 0;
  return {
    kind: 'help',
    title,
    summary: `${title}: ${meaning}`,
    blocks: [
      ...(isSeveral ? [paragraph(meaning)] : []),
      ...commandLines(spec, frame),
      ...spec.options.map(({ name }) =>
        worded({ kind: 'code', text: name }, describe(frame.messages, spec.name, name), frame),
      ),
      ...(spec.options[0]?.kind === 'talk' ? filterLines(frame) : []),
    ],
  };
}

function filterLines(frame: Frame): readonly Block[] {
  const { help } = frame.messages;
  return [
    { kind: 'heading', text: help.filters },
    ...help.filterExamples.map(([text = '', meaning = '']) =>
      worded({ kind: 'code', text }, meaning, frame),
    ),
  ];
}

/** Pages on the web that whoever runs Hallway has for people. */
export interface HelpPages {
  readonly docs?: string | undefined;
  readonly privacy?: string | undefined;
}

export function drawHelp(
  commands: readonly CommandSpec[],
  view: HelpView,
  context: Context,
  pages: HelpPages = {},
): Card {
  const isPrivate = context.audience === 'caller';
  const shown = commands.filter(
    ({ access }) => access === 'everyone' || (isPrivate && mayUse(access, context.caller)),
  );
  return view.all ? helpCard(shown, context) : welcomeCard(shown, pages, context);
}

/** How to ask, three things to try, and for organisers the four steps to a running conference. */
function welcomeCard(commands: readonly CommandSpec[], pages: HelpPages, frame: Frame): Card {
  const { help } = frame.messages;
  const lead = help.lead(frame.programme.conference.title);
  const all: View = { kind: 'help', all: true };
  return {
    kind: 'help',
    title: help.title,
    summary: lead,
    blocks: [
      paragraph(`${lead} ${help.ask(askWords(frame))}`),
      { kind: 'buttons', buttons: [...tries(frame), viewButton(frame, all, help.everything)] },
      ...commandRow(commands, frame),
      keptRow(pages, frame),
      ...commands.flatMap((spec) => stepsOf(spec, frame)),
    ],
  };
}

/** A question that the conference can answer, in the reader's words. */
export function askWords({ messages: { help }, programme }: Frame): string {
  const [room] = programme.conference.rooms;
  return room === undefined ? help.next : help.nextIn(room.name);
}

/** What is asked for by commands, too. */
function commandRow(commands: readonly CommandSpec[], frame: Frame): readonly Block[] {
  const open = commands.filter(({ access, name }) => access === 'everyone' && name !== 'help');
  const named = open.flatMap(({ name }): Text => [' · ', command(name, frame)]);
  return named.length === 0 ? [] : [quiet(frame.messages.help.byCommand, ' ', ...named.slice(1))];
}

/** What is kept, how to see and erase it, and where more is written. */
function keptRow({ docs, privacy }: HelpPages, frame: Frame): Block {
  const { help } = frame.messages;
  const own = ['mytalks export', 'mytalks forget'].map((words) => command(words, frame));
  const pages: readonly (readonly [text: string, url: string | undefined])[] = [
    [help.privacy, privacy],
    [help.docs, docs],
  ];
  const links = pages.flatMap(
    ([text, url]): Text => (url === undefined ? [] : [' · ', { kind: 'link', text, url }]),
  );
  return quiet(help.kept, ' ', ...own.flatMap((each) => [' · ', each]).slice(1), ...links);
}

function command(words: string, { messages }: Frame): Inline {
  return { kind: 'command', words, typed: messages.slash(words) };
}

function tries(frame: Frame): readonly Button[] {
  const { messages, now, programme } = frame;
  const { help } = messages;
  const spoken = programme.conference.talks.filter(({ speakers }) => speakers.length > 0);
  const [speaker] = (spoken.find(({ start }) => start > now) ?? spoken[0])?.speakers ?? [];
  const query = speaker && ({ kind: 'search', query: speaker.name, page: 1 } as const);
  return [
    open(frame, { kind: 'now', page: 1 }, help.runningNow),
    ...(query !== undefined && fitsView(frame, query)
      ? [open(frame, query, help.talksBy(speaker?.name ?? ''))]
      : []),
    open(frame, { kind: 'schedule', page: 1 }, help.programme),
  ];
}

/** In a message of its own: the welcome stays. */
function open(frame: Frame, view: View, label: string): Button {
  return button(frame, { kind: 'open', view }, label);
}

const FIRST_STEPS = ['use', 'announce'];

function stepsOf(spec: CommandSpec, frame: Frame): readonly Block[] {
  if (spec.access !== 'organiser') return [];
  const { help } = frame.messages;
  const subcommands = spec.subcommands.filter(({ name }) => FIRST_STEPS.includes(name));
  return [
    { kind: 'heading', text: help.steps },
    ...commandLines({ ...spec, subcommands }, frame),
    {
      kind: 'buttons',
      buttons: [
        open(frame, { kind: 'doctor' }, help.check),
        open(frame, { kind: 'preview', hours: DEFAULT_PREVIEW_HOURS }, help.preview),
      ],
    },
  ];
}

/** Every command the reader may use, with an example of each filter. */
export function helpCard(commands: readonly CommandSpec[], frame: Frame): Card {
  const { help } = frame.messages;
  const { title } = frame.programme.conference;
  const open = commands.filter(({ access }) => access === 'everyone');
  const organising = commands.filter(({ access }) => access === 'organiser');
  return {
    kind: 'help',
    title: help.title,
    summary: help.lead(title),
    blocks: [
      paragraph(help.lead(title)),
      { kind: 'heading', text: help.commands },
      ...open.flatMap((spec) => commandLines(spec, frame)),
      ...filterLines(frame),
      ...(organising.length === 0
        ? []
        : [{ kind: 'heading', text: help.organisers } satisfies Block]),
      ...organising.flatMap((spec) => commandLines(spec, frame)),
    ],
  };
}

function commandLines(spec: CommandSpec, frame: Frame): readonly Block[] {
  const { name, options, subcommands } = spec;
  const all = subcommands.length === 0 ? [{ name: '', options }] : subcommands;
  return all.map((each) => {
    const path = each.name === '' ? [name] : [name, each.name];
    const typed = usage(path, each.options, frame.messages);
    const meaning = describe(frame.messages, ...path);
    return worded({ kind: 'command', words: path.join(' '), typed }, meaning, frame);
  });
}

function worded(inline: Inline, meaning: string, { messages }: Frame): Block {
  return paragraph(inline, messages.help.meaning(meaning));
}
