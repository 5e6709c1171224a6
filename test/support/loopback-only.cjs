/** Loaded into a child process by `--require`: it reaches this machine, and nothing beyond. */

const { Socket } = require('node:net');

const loopback = new Set(['localhost', '127.0.0.1', '::1']);
const connect = Socket.prototype.connect;

Socket.prototype.connect = function (...args) {
  // What net.connect hands on is [options, callback], in an array of its own.
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const host = options?.path === undefined ? (options?.host ?? 'localhost') : 'localhost';
  if (loopback.has(host)) return connect.apply(this, args);
  process.nextTick(() => this.destroy(new Error(`Nothing beyond loopback: ${host}`)));
  return this;
};
