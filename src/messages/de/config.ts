import type { ConfigMessages } from '../en/config.ts';

export const config: ConfigMessages = {
  invalid: (count) =>
    count === 1
      ? 'Eine Einstellung kann so nicht funktionieren:'
      : `${count} Einstellungen können so nicht funktionieren:`,
  notAZone: (name, value) =>
    `${name} ist „${value}“, und das ist keine IANA-Zeitzone; eine sieht aus wie Europe/Brussels.`,
  notAnInteger: (name, value, min, max) =>
    `${name} ist „${value}“; es muss eine ganze Zahl von ${min} bis ${max} sein.`,
  notAnAddress: (name, value) =>
    `${name} ist „${value}“; es muss eine Adresse sein, die mit http:// oder https:// beginnt.`,
  notADatabase: (name) =>
    `${name} muss sqlite:DATEI oder postgres://NAME:PASSWORT@RECHNER/DATENBANK sein.`,
  databaseUnusable: (name, reason) =>
    `Die Datenbank, die ${name} nennt, ist nicht zu gebrauchen: ${reason}. Prüfe die Adresse und ob der Server läuft.`,
  databaseNewer: (name, migrations) =>
    `Die Datenbank ist neuer als dieses Programm: Sie hat ${migrations}. Aktualisiere Hallway, oder nenne in ${name} eine andere Datenbank.`,
  backupThere: (file) =>
    `${file} gibt es schon, und eine Sicherung ersetzt nichts. Nenne eine andere Datei.`,
  backupFailed: (database, file, reason) =>
    `${database} ließ sich nicht nach ${file} kopieren: ${reason}.`,
  databaseOlder: (name, migrations) =>
    `Die Datenbank, die ${name} nennt, hat diese Version von Hallway noch nicht benutzt: Ihr fehlt ${migrations}. Starte Hallway einmal und frage dann noch einmal.`,
  databaseMissing: (name, file) =>
    `Eine Datenbank ${file} gibt es noch nicht. Setze ${name} auf die, mit der Hallway läuft, oder frage von dort, wo es gestartet wurde.`,
  notOneOf: (name, value, choices) => `${name} ist „${value}“; es muss eins von ${choices} sein.`,
  needsOneOf: (name, others) => `${name} ist gesetzt, braucht aber auch ${others}.`,
  tokenRefused: (name) =>
    `${name} wurde abgelehnt. Kopiere das Bot-Token noch einmal; nach einem Zurücksetzen gilt das alte nicht mehr.`,
  connectionRefused: (platform, reason) => `${platform} hat die Verbindung abgelehnt: ${reason}.`,
  notAListOfShards: (name, value) =>
    `${name} ist „${value}“; es müssen Shard-Nummern wie 0,1,2 sein, jede kleiner als SHARD_COUNT.`,
  notAKey: (name) =>
    `${name} muss aus 32 Bytes in Base64 bestehen; „openssl rand -base64 32“ erzeugt einen solchen Schlüssel.`,
  anotherKey: (name, table) =>
    `${name} ist nicht der Schlüssel, mit dem die Installationen in der Datenbank abgelegt wurden. Setze wieder jenen; ist er verloren, leere die Tabelle ${table} und lass jeden Workspace Hallway neu installieren.`,
  anotherSessionKey: (name, table) =>
    `${name} ist nicht der Schlüssel, mit dem die Sitzung in der Datenbank abgelegt wurde. Setze wieder jenen; ist er verloren, leere die Tabelle ${table}, dann meldet sich Hallway neu an.`,
  homeserverRefused: (name) =>
    `${name} wurde vom Homeserver abgelehnt. Gehört es zu einem Konto dort? Nach einem Abmelden gilt ein Token nicht mehr.`,
  notBoth: (name, other) => `${name} und ${other} schließen einander aus: Setze nur eines.`,
  notAPrefix: (name, value) =>
    `${name} ist „${value}“; es muss aus 1 bis 20 Zeichen a–z, 0–9, - und _ bestehen, etwa fosdem-.`,
  notAMark: (name: string, value: string) =>
    `${name} ist „${value}“; am Ende muss ein Zeichen wie ! stehen, davor höchstens zehn Buchstaben: !, hw!.`,
  notAHostAndPort: (name, value) =>
    `${name} ist „${value}“; es muss ein Rechner mit Port sein, etwa 127.0.0.1:8080.`,
  addressUnusable: (name, address, reason) =>
    `Unter ${address}, der Adresse in ${name}, ist kein Platz: ${reason}. Bitte einen anderen Port wählen oder das Programm beenden, das ihn belegt.`,
  notAnId: (name, value) =>
    `${name} ist „${value}“; es muss eine Zahl aus 15 bis 20 Ziffern sein: Im Entwicklermodus Rechtsklick auf den Server, Server-ID kopieren.`,
  notAnOperator: (name, value, channels, people) =>
    `${name} ist „${value}“; es muss ein Kanal sein wie ${channels.join(' oder ')}, oder eine Person wie ${people.join(' oder ')}.`,
  anotherToken: (name, beginning) =>
    `${name} ist ein Token anderer Art; dieses beginnt mit ${beginning}.`,
  misspelled: (name, ours) =>
    `${name} ist keine Einstellung von Hallway; ${ours} ist eine. Den Namen berichtigen oder die Zeile entfernen.`,
  nothingToServe: (tokens) =>
    `Es gibt nichts zu tun: Keine Chat-Plattform hat ihr Token (${tokens}), und die Standardeingabe, aus der das Terminal Befehle liest, enthält keine.`,
  needlessWithout: (name, other) => `${name} ist gesetzt, bewirkt aber nichts ohne ${other}.`,
};
