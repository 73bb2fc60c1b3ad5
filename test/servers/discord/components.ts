import { ComponentType as Kind } from 'discord-api-types/v10';
import { isObject, type Json, listOf, numberOf, objectOf } from './json.ts';

/** What Discord fills in where a bot left it out, by component type. */
const DEFAULTS: Readonly<Record<number, Json>> = {
  [Kind.Separator]: { divider: true, spacing: 1 },
  [Kind.Container]: { accent_color: null, spoiler: false },
  [Kind.StringSelect]: { min_values: 1, max_values: 1 },
  [Kind.UserSelect]: { min_values: 1, max_values: 1 },
  [Kind.RoleSelect]: { min_values: 1, max_values: 1 },
  [Kind.MentionableSelect]: { min_values: 1, max_values: 1 },
  [Kind.ChannelSelect]: { min_values: 1, max_values: 1 },
  [Kind.TextInput]: { label: null, min_length: null, max_length: null },
  [Kind.Thumbnail]: { description: null, spoiler: false },
  [Kind.File]: { spoiler: false, name: '', size: 0 },
};

/** Components as Discord answers them: numbered, with its defaults, empty fields left out. */
export function fillComponents(components: unknown, mint: () => string): readonly Json[] {
  let last = 0;
  const fill = (value: unknown): Json => {
    const component = objectOf(value);
    const given = Object.fromEntries(Object.entries(component).filter(([, each]) => each !== null));
    last += 1;
    const filled: Record<string, unknown> = {
      ...DEFAULTS[numberOf(component['type'])],
      ...given,
      id: numberOf(component['id'], last),
    };
    if (component['components'] !== undefined) {
      filled['components'] = listOf(component['components']).map(fill);
    }
    if (isObject(component['accessory'])) filled['accessory'] = fill(component['accessory']);
    if (isObject(component['component'])) filled['component'] = fill(component['component']);
    if (component['items'] !== undefined) {
      filled['items'] = listOf(component['items']).map((item) => fillPicture(item, mint));
    }
    for (const field of ['media', 'file']) {
      if (isObject(component[field])) filled[field] = unfurl(component[field], mint);
    }
    return filled;
  };
  return listOf(components).map(fill);
}

/** One of a gallery. */
function fillPicture(value: unknown, mint: () => string): Json {
  const item = objectOf(value);
  const media = isObject(item['media']) ? { media: unfurl(item['media'], mint) } : {};
  return { description: null, spoiler: false, ...item, ...media };
}

function unfurl(media: Json, mint: () => string): Json {
  return { ...media, id: mint(), proxy_url: media['url'] };
}
