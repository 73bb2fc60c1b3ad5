import { writableChannel } from '../access.ts';
import { ApiError } from '../api-error.ts';
import type { ApiCall, Context, Methods } from '../context.ts';
import { type Json, objectsOf, textOf } from '../json.ts';
import { presentFile } from '../present.ts';
import { addMessage, type StoredFile } from '../world.ts';

const scopes = ['files:write'];

export const fileMethods: Methods = {
  'files.getUploadURLExternal': { kind: 'bot', scopes, handle: getUploadUrl },
  'files.completeUploadExternal': { kind: 'bot', scopes, handle: completeUpload },
};

function getUploadUrl({ world, origin }: Context, { args }: ApiCall): Json {
  const name = textOf(args['filename']);
  if (name === '' || !(Number(args['length']) > 0)) throw new ApiError('invalid_arguments');
  const id = world.mint('F');
  world.files.set(id, { name, alt: textOf(args['alt_text']), chunks: [] });
  return { upload_url: `${origin()}/upload/${id}`, file_id: id };
}

function completeUpload(context: Context, call: ApiCall): Json {
  const { world, interactions } = context;
  const files = objectsOf(call.args['files']).map((each): StoredFile => {
    const id = textOf(each['id']);
    const uploaded = world.files.get(id);
    if (uploaded === undefined || uploaded.chunks.length === 0)
      throw new ApiError('file_not_found');
    const title = textOf(each['title']) || uploaded.name;
    return {
      id,
      name: uploaded.name,
      alt: uploaded.alt,
      title,
      content: Buffer.concat(uploaded.chunks),
    };
  });
  const shared = call.args['channel_id'] ?? call.args['channels'];
  if (shared !== undefined) {
    const channel = writableChannel(context, { ...call, args: { channel: shared } });
    const message = addMessage(world, channel, {
      user: call.workspace.bot.userId,
      byApp: true,
      text: textOf(call.args['initial_comment']),
      files,
      threadTs: textOf(call.args['thread_ts']) || undefined,
    });
    interactions.showMessage(message, channel);
  }
  return { files: files.map(presentFile) };
}
