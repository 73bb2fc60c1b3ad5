import type { OptionSpec } from './commandSpec.ts';

/**
 * How a command is typed: `/conference announce CHANNEL [lead]`; capitals must be given, and of
 * `on|off` one.
 */
export function usage(path: readonly string[], options: readonly OptionSpec[]): string {
  return `/${[...path, ...options.map(placeholder)].join(' ')}`;
}

function placeholder({ name, required, choices }: OptionSpec): string {
  if (!required) return `[${name}]`;
  return choices?.join('|') ?? name.toUpperCase();
}
