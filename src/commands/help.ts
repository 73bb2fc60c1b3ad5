import { type Block, type Button, type Card, paragraph } from '../cards/cards.ts';
import { button, fitsView, viewButton } from '../cards/controls.ts';
import type { Frame } from '../cards/frame.ts';
import type { View } from '../cards/view.ts';
import { DEFAULT_PREVIEW_HOURS } from '../cards/view.ts';
import { describe } from '../messages/messages.ts';
import type { CommandSpec } from '../platform/commandSpec.ts';
import { usage } from '../platform/grammar.ts';
import { privately } from '../platform/replies.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';

type HelpView = Extract<View, { readonly kind: 'help' }>;

export const helpSpec: CommandSpec = {
  name: 'help',
  access: 'everyone',
  options: [],
  subcommands: [],
};

/** `/help`, over all the commands, itself among them. */
export function helpCommand(all: readonly CommandSpec[]): Command {
  return {
    spec: helpSpec,
    async run(_request, readContext) {
      return privately(drawHelp(all, { kind: 'help' }, await readContext()));
    },
  };
}

export function drawHelp(commands: readonly CommandSpec[], view: HelpView, context: Context): Card {
  const mayOrganise = context.caller.isOrganiser && context.audience === 'caller';
  const shown = commands.filter(({ access }) => access === 'everyone' || mayOrganise);
  return view.all ? helpCard(shown, context) : welcomeCard(shown, context);
}

/** How to ask, three things to try, and for organisers the four steps to a running conference. */
function welcomeCard(commands: readonly CommandSpec[], frame: Frame): Card {
  const { help } = frame.messages;
  const { rooms, title } = frame.programme.conference;
  const [room] = rooms;
  const lead = help.lead(title);
  const question = room === undefined ? help.next : help.nextIn(room.name);
  const all: View = { kind: 'help', all: true };
  return {
    kind: 'help',
    title: help.title,
    summary: lead,
    blocks: [
      paragraph(`${lead} ${help.ask(question)}`),
      { kind: 'buttons', buttons: [...tries(frame), viewButton(frame, all, help.everything)] },
      ...commands.flatMap((spec) => stepsOf(spec, frame)),
    ],
  };
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
      { kind: 'heading', text: help.filters },
      ...help.filterExamples.map(([filter = '', meaning = '']) => worded(filter, meaning, frame)),
      ...(organising.length === 0
        ? []
        : [{ kind: 'heading', text: help.organisers } satisfies Block]),
      ...organising.flatMap((spec) => commandLines(spec, frame)),
    ],
  };
}

function commandLines(spec: CommandSpec, frame: Frame): readonly Block[] {
  const { name, options, subcommands } = spec;
  if (subcommands.length === 0) {
    return [worded(usage([name], options, frame.messages), describe(frame.messages, name), frame)];
  }
  return subcommands.map((each) =>
    worded(
      usage([name, each.name], each.options, frame.messages),
      describe(frame.messages, name, each.name),
      frame,
    ),
  );
}

function worded(code: string, meaning: string, { messages }: Frame): Block {
  return paragraph({ kind: 'code', text: code }, messages.help.meaning(meaning));
}
