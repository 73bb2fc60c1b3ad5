/** Findings about environment variables. Values are quoted, except those of secrets. */
export const config = {
  invalid: (count: number) =>
    count === 1 ? 'One setting cannot work:' : `${count} settings cannot work:`,
  notAZone: (name: string, value: string) =>
    `${name} is “${value}”, which is not an IANA time zone; one looks like Europe/Brussels.`,
  notAnInteger: (name: string, value: string, min: number, max: number) =>
    `${name} is “${value}”; it must be a whole number from ${min} to ${max}.`,
  notAnAddress: (name: string, value: string) =>
    `${name} is “${value}”; it must be an address that begins with http:// or https://.`,
  notADatabase: (name: string) =>
    `${name} must be sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE.`,
  databaseUnusable: (name: string, reason: string) =>
    `The database that ${name} names cannot be used: ${reason}. Look at the address, and whether the server runs.`,
  databaseNewer: (name: string, migrations: string) =>
    `The database is newer than this program: it has ${migrations}. Update Hallway, or point ${name} at another database.`,
  backupThere: (file: string) =>
    `${file} already exists, and a backup replaces nothing. Name another file.`,
  backupFailed: (database: string, file: string, reason: string) =>
    `${database} could not be copied into ${file}: ${reason}.`,
  databaseOlder: (name: string, migrations: string) =>
    `The database that ${name} names has not been used by this version of Hallway yet: it lacks ${migrations}. Start Hallway once, then ask again.`,
  databaseMissing: (name: string, file: string) =>
    `There is no database ${file} yet. Set ${name} to the one that Hallway runs with, or ask from where it was started.`,
  notOneOf: (name: string, value: string, choices: string) =>
    `${name} is “${value}”; it must be one of ${choices}.`,
  needsOneOf: (name: string, others: string) => `${name} is set, but needs ${others} as well.`,
  tokenRefused: (name: string) =>
    `${name} was refused. Copy the bot token again; a reset makes the old one useless.`,
  connectionRefused: (platform: string, reason: string) =>
    `${platform} refused the connection: ${reason}.`,
  notAListOfShards: (name: string, value: string) =>
    `${name} is “${value}”; it must be shard numbers such as 0,1,2, each below SHARD_COUNT.`,
  notAKey: (name: string) =>
    `${name} must be 32 bytes in base64; “openssl rand -base64 32” makes such a key.`,
  anotherKey: (name: string, table: string) =>
    `${name} is not the key that the installations in the database were kept with. Set that one again; if it is lost, empty the table ${table} and have each workspace install Hallway anew.`,
  anotherSessionKey: (name: string, table: string) =>
    `${name} is not the key that the session in the database was kept with. Set that one again; if it is lost, empty the table ${table}, and Hallway logs in anew.`,
  homeserverRefused: (name: string) =>
    `${name} was refused by the homeserver. Check that it belongs to an account there; logging out makes a token useless.`,
  notBoth: (name: string, other: string) => `${name} and ${other} exclude each other: set one.`,
  notAPrefix: (name: string, value: string) =>
    `${name} is “${value}”; it must be 1 to 20 of a–z, 0–9, - and _, such as fosdem-.`,
  notAMark: (name: string, value: string) =>
    `${name} is “${value}”; it must end in a mark such as !, with at most ten letters before it: !, hw!.`,
  notAHostAndPort: (name: string, value: string) =>
    `${name} is “${value}”; it must be a host and a port, such as 127.0.0.1:8080.`,
  addressUnusable: (name: string, address: string, reason: string) =>
    `Nothing can be served at ${address}, the address in ${name}: ${reason}. Choose another port, or end the program that has it.`,
  notAnId: (name: string, value: string) =>
    `${name} is “${value}”; it must be a number of 15 to 20 digits: in developer mode, right-click the server, Copy Server ID.`,
  notAnOperator: (
    name: string,
    value: string,
    channels: readonly string[],
    people: readonly string[],
  ) =>
    `${name} is “${value}”; it must be a channel such as ${channels.join(' or ')}, or a person such as ${people.join(' or ')}.`,
  anotherToken: (name: string, beginning: string) =>
    `${name} is another kind of token; this one begins with ${beginning}.`,
  misspelled: (name: string, ours: string) =>
    `${name} is not a setting of Hallway; ${ours} is. Correct its name, or take it out.`,
  nothingToServe: (tokens: string) =>
    `There is nothing to do: no chat platform has its token (${tokens}), and standard input, which the terminal reads commands from, holds none.`,
  needlessWithout: (name: string, other: string) =>
    `${name} is set, but does nothing without ${other}.`,
};

export type ConfigMessages = typeof config;
