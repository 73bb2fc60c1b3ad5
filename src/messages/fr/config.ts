import type { ConfigMessages } from '../en/config.ts';
import { plural } from './counts.ts';

export const config: ConfigMessages = {
  invalid: (count) => plural(count, 'Un réglage ne va pas :', `${count} réglages ne vont pas :`),
  notAZone: (name, value) =>
    `${name} est « ${value} », qui n’est pas un fuseau horaire IANA, comme Europe/Brussels.`,
  notAnInteger: (name, value, min, max) =>
    `${name} est « ${value} » ; il faut un nombre entier de ${min} à ${max}.`,
  notAnAddress: (name, value) =>
    `${name} est « ${value} » ; il faut une adresse qui commence par http:// ou https://.`,
  notADatabase: (name) =>
    `${name} doit être sqlite:FICHIER ou postgres://NOM:MOTDEPASSE@MACHINE/BASE.`,
  databaseUnusable: (name, reason) =>
    `La base de données que désigne ${name} est inutilisable : ${reason}. Vérifie l’adresse, et que le serveur tourne.`,
  databaseNewer: (name, migrations) =>
    `La base de données est plus récente que ce programme : elle a ${migrations}. Mets Hallway à jour, ou désigne une autre base dans ${name}.`,
  backupThere: (file) =>
    `${file} existe déjà, et une copie ne remplace rien. Donne un autre nom de fichier.`,
  backupFailed: (database, file, reason) =>
    `${database} n’a pas pu être copiée dans ${file} : ${reason}.`,
  databaseOlder: (name, migrations) =>
    `Cette version de Hallway n’a pas encore utilisé la base que désigne ${name} : il y manque ${migrations}. Démarre Hallway une fois, puis redemande.`,
  databaseMissing: (name, file) =>
    `Il n’y a pas encore de base ${file}. Mets dans ${name} celle avec laquelle Hallway tourne, ou demande depuis l’endroit où il a été démarré.`,
  notOneOf: (name, value, choices) =>
    `${name} est « ${value} » ; les valeurs possibles sont ${choices}.`,
  needsOneOf: (name, others) => `${name} est donné, mais il faut aussi ${others}.`,
  tokenRefused: (name) =>
    `${name} a été refusé. Recopie le jeton du bot ; le réinitialiser rend l’ancien inutile.`,
  connectionRefused: (platform, reason) => `${platform} a refusé la connexion : ${reason}.`,
  notAListOfShards: (name, value) =>
    `${name} est « ${value} » ; il faut des numéros de shards comme 0,1,2, tous inférieurs à SHARD_COUNT.`,
  notAKey: (name) =>
    `${name} doit faire 32 octets en base64 ; « openssl rand -base64 32 » fabrique une telle clé.`,
  anotherKey: (name, table) =>
    `${name} n’est pas la clé avec laquelle les installations ont été mises dans la base. Remets celle-là ; si elle est perdue, vide la table ${table} et fais réinstaller Hallway dans chaque espace de travail.`,
  anotherSessionKey: (name, table) =>
    `${name} n’est pas la clé avec laquelle la session a été mise dans la base. Remets celle-là ; si elle est perdue, vide la table ${table}, et Hallway se reconnecte.`,
  homeserverRefused: (name) =>
    `${name} a été refusé par le serveur d’accueil. Vérifie qu’il vient d’un compte de ce serveur ; se déconnecter rend un jeton inutile.`,
  notBoth: (name, other) => `${name} et ${other} s’excluent : n’en donne qu’un.`,
  notAPrefix: (name, value) =>
    `${name} est « ${value} » ; il faut 1 à 20 caractères parmi a–z, 0–9, - et _, comme fosdem-.`,
  notAMark: (name, value) =>
    `${name} est « ${value} » ; il faut un signe comme ! à la fin, avec au plus dix lettres avant : !, hw!.`,
  notAHostAndPort: (name, value) =>
    `${name} est « ${value} » ; il faut une machine et un port, comme 127.0.0.1:8080.`,
  addressUnusable: (name, address, reason) =>
    `Rien ne peut être servi à ${address}, l’adresse donnée par ${name} : ${reason}. Choisis un autre port, ou arrête le programme qui l’occupe.`,
  notAnId: (name, value) =>
    `${name} est « ${value} » ; il faut un nombre de 15 à 20 chiffres : en mode développeur, clic droit sur le serveur, Copier l’identifiant du serveur.`,
  notAnOperator: (name, value, channels, people) =>
    `${name} est « ${value} » ; il faut un canal comme ${channels.join(' ou ')}, ou une personne comme ${people.join(' ou ')}.`,
  anotherToken: (name, beginning) =>
    `${name} est un jeton d’une autre sorte ; celui-ci commence par ${beginning}.`,
  misspelled: (name, ours) =>
    `${name} n’est pas un réglage de Hallway ; ${ours} en est un. Corrige le nom, ou enlève la ligne.`,
  nothingToServe: (tokens) =>
    `Il n’y a rien à faire : aucune plateforme n’a son jeton (${tokens}), et l’entrée standard, où le terminal lit les commandes, n’en contient aucune.`,
  needlessWithout: (name, other) => `${name} est donné, mais ne fait rien sans ${other}.`,
};
