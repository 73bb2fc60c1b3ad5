import type { OptionSpec } from './command.ts';

/** How a command is typed: `/conference announce CHANNEL [lead]`; capitals must be given. */
export function usage(path: readonly string[], options: readonly OptionSpec[]): string {
  const words = options.map(({ name, required }) => (required ? name.toUpperCase() : `[${name}]`));
  return `/${[...path, ...words].join(' ')}`;
}
