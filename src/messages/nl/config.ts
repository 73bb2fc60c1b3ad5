import type { ConfigMessages } from '../en/config.ts';
import { plural } from './counts.ts';

export const config: ConfigMessages = {
  invalid: (count) =>
    plural(count, 'Eén instelling kan niet werken:', `${count} instellingen kunnen niet werken:`),
  notAZone: (name, value) =>
    `${name} is “${value}”, en dat is geen IANA-tijdzone; die ziet eruit als Europe/Brussels.`,
  notAnInteger: (name, value, min, max) =>
    `${name} is “${value}”; het moet een heel getal van ${min} tot ${max} zijn.`,
  notAnAddress: (name, value) =>
    `${name} is “${value}”; het moet een adres zijn dat met http:// of https:// begint.`,
  notADatabase: (name) =>
    `${name} moet sqlite:BESTAND of postgres://NAAM:WACHTWOORD@HOST/DATABASE zijn.`,
  databaseUnusable: (name, reason) =>
    `De database die ${name} noemt, is niet te gebruiken: ${reason}. Kijk naar het adres, en of de server draait.`,
  databaseNewer: (name, migrations) =>
    `De database is nieuwer dan dit programma: ze heeft ${migrations}. Werk Hallway bij, of noem in ${name} een andere database.`,
  backupThere: (file) => `${file} is er al, en een back-up vervangt niets. Noem een ander bestand.`,
  backupFailed: (database, file, reason) =>
    `${database} kon niet naar ${file} worden gekopieerd: ${reason}.`,
  databaseOlder: (name, migrations) =>
    `Deze versie van Hallway heeft de database die ${name} noemt nog niet gebruikt: ${migrations} ontbreekt. Start Hallway één keer en vraag het dan nog eens.`,
  databaseMissing: (name, file) =>
    `Er is nog geen database ${file}. Zet ${name} op die waarmee Hallway draait, of vraag het van waar die gestart is.`,
  notOneOf: (name, value, choices) => `${name} is “${value}”; het moet een zijn van ${choices}.`,
  needsOneOf: (name, others) => `${name} is ingesteld, maar ${others} is ook nodig.`,
  tokenRefused: (name) =>
    `${name} is geweigerd. Kopieer het bottoken opnieuw; na een reset werkt het oude niet meer.`,
  connectionRefused: (platform, reason) => `${platform} weigerde de verbinding: ${reason}.`,
  notAListOfShards: (name, value) =>
    `${name} is “${value}”; het moeten shardnummers zijn als 0,1,2, elk lager dan SHARD_COUNT.`,
  notAKey: (name) =>
    `${name} moet 32 bytes in base64 zijn; “openssl rand -base64 32” maakt zo’n sleutel.`,
  anotherKey: (name, table) =>
    `${name} is niet de sleutel waarmee de installaties in de database zijn bewaard. Stel die weer in; is hij kwijt, leeg dan de tabel ${table} en laat elke werkruimte Hallway opnieuw installeren.`,
  anotherSessionKey: (name, table) =>
    `${name} is niet de sleutel waarmee de sessie in de database is bewaard. Stel die weer in; is hij kwijt, leeg dan de tabel ${table}, en Hallway logt opnieuw in.`,
  homeserverRefused: (name) =>
    `${name} is geweigerd door de homeserver. Kijk of het van een account daar is; na uitloggen werkt een token niet meer.`,
  notBoth: (name, other) => `${name} en ${other} sluiten elkaar uit: stel er één in.`,
  notAPrefix: (name, value) =>
    `${name} is “${value}”; het moeten 1 tot 20 tekens zijn van a–z, 0–9, - en _, zoals fosdem-.`,
  notAMark: (name, value) =>
    `${name} is “${value}”; het moet eindigen op een teken als !, met hoogstens tien letters ervoor: !, hw!.`,
  notAHostAndPort: (name, value) =>
    `${name} is “${value}”; het moet een host met een poort zijn, zoals 127.0.0.1:8080.`,
  addressUnusable: (name, address, reason) =>
    `Op ${address}, het adres in ${name}, kan niets draaien: ${reason}. Kies een andere poort, of stop het programma dat die heeft.`,
  notAnId: (name, value) =>
    `${name} is “${value}”; het moet een getal van 15 tot 20 cijfers zijn: rechtsklik in de ontwikkelaarsmodus op de server, Server-ID kopiëren.`,
  notAnOperator: (name, value, channels, people) =>
    `${name} is “${value}”; het moet een kanaal zijn als ${channels.join(' of ')}, of een persoon als ${people.join(' of ')}.`,
  anotherToken: (name, beginning) =>
    `${name} is een ander soort token; dit begint met ${beginning}.`,
  misspelled: (name, ours) =>
    `${name} is geen instelling van Hallway; ${ours} wel. Verbeter de naam, of haal hem weg.`,
  nothingToServe: (tokens) =>
    `Er is niets te doen: geen chatplatform heeft zijn token (${tokens}), en in de standaardinvoer, waar de terminal commando’s leest, staat er geen.`,
  needlessWithout: (name, other) => `${name} is ingesteld, maar doet niets zonder ${other}.`,
};
