import {
  Locale,
  ApplicationCommandOptionType as OptionType,
  ApplicationCommandType as Type,
} from 'discord-api-types/v10';
import { type Json, lengthOf, listOf, numberOf, objectOf, objectsOf, textOf } from '../json.ts';
import { type Complaint, must, type Path, within } from './complaint.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));
const MAX_CHARACTERS = 8_000;
const MOST: Readonly<Record<number, number>> = {
  [Type.ChatInput]: 100,
  [Type.User]: 15,
  [Type.Message]: 15,
};

/** What Discord requires of the whole list of commands beyond its shape. */
export function checkCommands(commands: readonly Json[]): readonly Complaint[] {
  const seen = new Set<string>();
  const counts = new Map<number, number>();
  return commands.flatMap((command, index) => {
    const type = typeOf(command);
    const key = `${type} ${textOf(command['name'])}`;
    const fresh = !seen.has(key);
    seen.add(key);
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    const most = MOST[type] ?? 1;
    return [
      ...must(fresh, [index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', `Twice: ${key}.`),
      ...must(count <= most, [index], 'APPLICATION_COMMAND_TOO_MANY', `At most ${most}.`),
      ...checkCommand(command, [index]),
    ];
  });
}

export function checkCommand(command: Json, path: Path = []): readonly Complaint[] {
  const isChat = typeOf(command) === Type.ChatInput;
  const size = sizeOf(command);
  return [
    ...checkNames(command, path, isChat ? checkName : checkFreeName),
    ...(isChat
      ? checkDescriptions(command, path)
      : must(
          lengthOf(command['description']) === 0 && listOf(command['options']).length === 0,
          path,
          'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET',
          'A context-menu command has neither description nor options.',
        )),
    ...must(
      size <= MAX_CHARACTERS,
      path,
      'APPLICATION_COMMAND_TOO_LARGE',
      `At most ${MAX_CHARACTERS} characters in all, are ${size}.`,
    ),
    ...checkOptions(objectsOf(command['options']), [...path, 'options']),
  ];
}

function typeOf(command: Json): number {
  return numberOf(command['type'], Type.ChatInput);
}

function checkName(name: string, path: Path): readonly Complaint[] {
  return must(
    NAME.test(name) && name === name.toLowerCase(),
    path,
    'APPLICATION_COMMAND_INVALID_NAME',
    `Command name is invalid: "${name}".`,
  );
}

function checkFreeName(name: string, path: Path): readonly Complaint[] {
  return within(lengthOf(name), [1, 32], path);
}

function checkNames(node: Json, path: Path, check: typeof checkName): readonly Complaint[] {
  return [
    ...check(textOf(node['name']), [...path, 'name']),
    ...Object.entries(objectOf(node['name_localizations'])).flatMap(([locale, name]) => [
      ...checkLocale(locale, [...path, 'name_localizations', locale]),
      ...check(textOf(name), [...path, 'name_localizations', locale]),
    ]),
  ];
}

function checkDescriptions(node: Json, path: Path): readonly Complaint[] {
  return [
    ...within(lengthOf(node['description']), [1, 100], [...path, 'description']),
    ...Object.entries(objectOf(node['description_localizations'])).flatMap(([locale, text]) => [
      ...checkLocale(locale, [...path, 'description_localizations', locale]),
      ...within(lengthOf(text), [1, 100], [...path, 'description_localizations', locale]),
    ]),
  ];
}

function checkLocale(locale: string, path: Path): readonly Complaint[] {
  return must(LOCALES.has(locale), path, 'APPLICATION_COMMAND_INVALID_LOCALE', `"${locale}"?`);
}

function checkOptions(options: readonly Json[], path: Path): readonly Complaint[] {
  const names = options.map((each) => textOf(each['name']));
  const locales = new Set(
    options.flatMap((each) => Object.keys(objectOf(each['name_localizations']))),
  );
  const areDistinct = [undefined, ...locales].every((locale) => {
    const shown = options.map((each, index) => {
      const own = locale === undefined ? '' : textOf(objectOf(each['name_localizations'])[locale]);
      return own === '' ? names[index] : own;
    });
    return new Set(shown).size === shown.length;
  });
  const nested = options.filter((each) => isSubcommand(each)).length;
  const firstOptional = options.findIndex((each) => !isSubcommand(each) && !each['required']);
  return [
    ...must(options.length <= 25, path, 'BASE_TYPE_MAX_LENGTH', 'At most 25 options.'),
    ...must(
      areDistinct,
      path,
      'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
      'Two options have the same name.',
    ),
    ...must(
      nested === 0 || nested === options.length,
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Subcommands and other options may not be mixed.',
    ),
    ...options.flatMap((option, index) => [
      ...must(
        !option['required'] || firstOptional === -1 || index < firstOptional,
        [...path, index],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options.',
      ),
      ...checkOption(option, [...path, index]),
    ]),
  ];
}

function isSubcommand(option: Json): boolean {
  return option['type'] === OptionType.Subcommand || option['type'] === OptionType.SubcommandGroup;
}

function checkOption(option: Json, path: Path): readonly Complaint[] {
  const choices = objectsOf(option['choices']);
  return [
    ...checkNames(option, path, checkName),
    ...checkDescriptions(option, path),
    ...must(choices.length <= 25, [...path, 'choices'], 'BASE_TYPE_MAX_LENGTH', 'At most 25.'),
    ...must(
      option['autocomplete'] !== true || choices.length === 0,
      [...path, 'choices'],
      'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
      'Choices and autocomplete exclude each other.',
    ),
    ...choices.flatMap((each, index) =>
      within(lengthOf(each['name']), [1, 100], [...path, 'choices', index, 'name']),
    ),
    ...(isSubcommand(option)
      ? checkOptions(objectsOf(option['options']), [...path, 'options'])
      : []),
  ];
}

/** Names, descriptions and values, each in its longest language. */
function sizeOf(node: Json): number {
  const longest = (field: string) =>
    Math.max(
      lengthOf(node[field]),
      ...Object.values(objectOf(node[`${field}_localizations`])).map(lengthOf),
    );
  const choices = objectsOf(node['choices']).reduce(
    (sum, each) => sum + lengthOf(each['name']) + lengthOf(each['value']),
    0,
  );
  const options = objectsOf(node['options']).reduce((sum, each) => sum + sizeOf(each), 0);
  return longest('name') + longest('description') + choices + options;
}
