import type { ConfigMessages } from '../en/config.ts';
import { plural } from './counts.ts';

export const config: ConfigMessages = {
  invalid: (count) =>
    plural(
      count,
      'Hay un ajuste que no puede funcionar:',
      `Hay ${count} ajustes que no pueden funcionar:`,
    ),
  notAZone: (name, value) =>
    `${name} es «${value}», que no es una zona horaria IANA, como Europe/Brussels.`,
  notAnInteger: (name, value, min, max) =>
    `${name} es «${value}»; debe ser un número entero de ${min} a ${max}.`,
  notAnAddress: (name, value) =>
    `${name} es «${value}»; debe ser una dirección que empiece por http:// o https://.`,
  notADatabase: (name) =>
    `${name} debe ser sqlite:ARCHIVO o postgres://NOMBRE:CONTRASEÑA@HOST/BASE.`,
  databaseUnusable: (name, reason) =>
    `La base de datos que indica ${name} no se puede usar: ${reason}. Mira la dirección, y si el servidor está en marcha.`,
  databaseNewer: (name, migrations) =>
    `La base de datos es más nueva que este programa: tiene ${migrations}. Actualiza Hallway, o indica otra base en ${name}.`,
  backupThere: (file) => `${file} ya existe, y una copia no sustituye nada. Da otro archivo.`,
  backupFailed: (database, file, reason) => `No se pudo copiar ${database} en ${file}: ${reason}.`,
  databaseOlder: (name, migrations) =>
    `Esta versión de Hallway aún no ha usado la base que indica ${name}: le falta ${migrations}. Arranca Hallway una vez y pregunta de nuevo.`,
  databaseMissing: (name, file) =>
    `Aún no hay una base ${file}. Pon en ${name} aquella con la que funciona Hallway, o pregunta desde donde se arrancó.`,
  notOneOf: (name, value, choices) => `${name} es «${value}»; debe ser uno de ${choices}.`,
  needsOneOf: (name, others) => `${name} está puesto, pero también hace falta ${others}.`,
  tokenRefused: (name) =>
    `${name} fue rechazado. Copia otra vez el token del bot; al restablecerlo, el anterior deja de valer.`,
  connectionRefused: (platform, reason) => `${platform} rechazó la conexión: ${reason}.`,
  notAListOfShards: (name, value) =>
    `${name} es «${value}»; deben ser números de shard como 0,1,2, todos menores que SHARD_COUNT.`,
  notAKey: (name) =>
    `${name} debe tener 32 bytes en base64; «openssl rand -base64 32» crea una clave así.`,
  anotherKey: (name, table) =>
    `${name} no es la clave con la que se guardaron las instalaciones en la base. Pon de nuevo aquella; si se ha perdido, vacía la tabla ${table} y que cada espacio de trabajo instale Hallway otra vez.`,
  anotherSessionKey: (name, table) =>
    `${name} no es la clave con la que se guardó la sesión en la base. Pon de nuevo aquella; si se ha perdido, vacía la tabla ${table}, y Hallway iniciará sesión otra vez.`,
  homeserverRefused: (name) =>
    `El homeserver rechazó ${name}. Mira si es de una cuenta de allí; al cerrar sesión, un token deja de valer.`,
  notBoth: (name, other) => `${name} y ${other} se excluyen: pon solo uno.`,
  notAPrefix: (name, value) =>
    `${name} es «${value}»; deben ser de 1 a 20 caracteres de a–z, 0–9, - y _, como fosdem-.`,
  notAMark: (name, value) =>
    `${name} es «${value}»; debe acabar en un signo como !, con diez letras delante como mucho: !, hw!.`,
  notAHostAndPort: (name, value) =>
    `${name} es «${value}»; debe ser un host y un puerto, como 127.0.0.1:8080.`,
  addressUnusable: (name, address, reason) =>
    `No se puede servir nada en ${address}, la dirección de ${name}: ${reason}. Elige otro puerto, o termina el programa que lo ocupa.`,
  notAnId: (name, value) =>
    `${name} es «${value}»; debe ser un número de 15 a 20 cifras: en modo desarrollador, clic derecho en el servidor, Copiar ID del servidor.`,
  notAnOperator: (name, value, channels, people) =>
    `${name} es «${value}»; debe ser un canal como ${channels.join(' o ')}, o una persona como ${people.join(' o ')}.`,
  anotherToken: (name, beginning) =>
    `${name} es otro tipo de token; este empieza por ${beginning}.`,
  misspelled: (name, ours) =>
    `${name} no es un ajuste de Hallway; ${ours} sí lo es. Corrige el nombre, o quítalo.`,
  nothingToServe: (tokens) =>
    `No hay nada que hacer: ninguna plataforma tiene su token (${tokens}), y la entrada estándar, de donde la terminal lee comandos, no tiene ninguno.`,
  needlessWithout: (name, other) => `${name} está puesto, pero no hace nada sin ${other}.`,
};
