/**
 * Loaded before the program (`node --import`): https://schedule.example is a server on loopback. A
 * community may only choose a source that is public, and tests reach nothing that is.
 */
import net from 'node:net';
import tls from 'node:tls';

const HOST = 'schedule.example';
const port = Number(process.env['LOOPBACK_WEB_PORT']);
const { connect } = tls;

Reflect.set(tls, 'connect', (...args: unknown[]) => {
  const [options] = args;
  const isOurs =
    typeof options === 'object' && options !== null && Reflect.get(options, 'host') === HOST;
  if (!isOurs) return Reflect.apply(connect, tls, args);
  const socket = net.connect({ host: '127.0.0.1', port });
  return socket.once('connect', () => socket.emit('secureConnect'));
});
