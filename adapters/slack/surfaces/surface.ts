import { z } from 'zod';
import type { ActedView, BlockActions } from './payloads.ts';

const modal = z.object({
  kind: z.literal('modal'),
  viewId: z.string(),
  /** It has a type-ahead on top that stays. */
  isFinder: z.boolean(),
  /** Of the message or command that it was opened from. */
  responseUrl: z.string().optional(),
});

const surface = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    responseUrl: z.string(),
    /** Nobody else reads it, so that it may be replaced. */
    isOwn: z.boolean(),
    /** In the direct messages, where nobody is to share with. */
    isDirect: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('home') }),
  modal,
]);

/** Where somebody acted, and so how they are answered. */
export type Surface = z.infer<typeof surface>;

const metadata = z.object({
  /** The action id that sending the view presses. */
  press: z.string().optional(),
  /** Where the view was opened from. */
  from: surface,
});

/** What a view remembers in its private metadata. */
export type ViewMemory = z.infer<typeof metadata>;

export function rememberIn(memory: ViewMemory): string {
  return JSON.stringify(memory);
}

/** Undefined for a view that another version of Hallway opened. */
export function memoryOf({ private_metadata }: Pick<ActedView, 'private_metadata'>) {
  try {
    return metadata.safeParse(JSON.parse(private_metadata)).data;
  } catch {
    return undefined;
  }
}

/** Where an answer may be posted for everyone. */
export function responseUrlOf(from: Surface): string | undefined {
  const isAlone = from.kind === 'home' || (from.kind === 'message' && from.isDirect);
  return isAlone ? undefined : from.responseUrl;
}

export const FINDER = 'finder';

export function surfaceOf(acted: BlockActions): Surface {
  const { view, container, channel, response_url: responseUrl } = acted;
  if (view?.type === 'modal') return modalSurface(view);
  if (view?.type === 'home' || responseUrl === undefined) return { kind: 'home' };
  const isDirect = isDirectChannel(channel?.id);
  return {
    kind: 'message',
    responseUrl,
    isOwn: container.is_ephemeral === true || isDirect,
    isDirect,
  };
}

export function isDirectChannel(id = ''): boolean {
  return id.startsWith('D');
}

function modalSurface(view: ActedView): Surface {
  const from = memoryOf(view)?.from;
  const responseUrl = from === undefined ? undefined : responseUrlOf(from);
  return {
    kind: 'modal',
    viewId: view.id,
    isFinder: view.callback_id === FINDER,
    ...(responseUrl === undefined ? {} : { responseUrl }),
  };
}
