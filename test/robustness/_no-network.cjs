// Preloaded into a process that must not talk to anybody: every way out throws and leaves a line in the file that RECORD names.
const { appendFileSync } = require('node:fs');
const Module = require('node:module');

const REFUSED = {
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer', 'createSecureServer'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'],
  child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
};

function refuse(what) {
  return () => {
    appendFileSync(process.env.RECORD, `${what}\n`);
    throw new Error(`refused: ${what}`);
  };
}

for (const [name, methods] of Object.entries(REFUSED)) {
  const module = require(`node:${name}`);
  for (const method of methods) module[method] = refuse(`${name}.${method}`);
}
require('node:net').Socket.prototype.connect = refuse('net.Socket.connect');
Module.syncBuiltinESMExports();
globalThis.fetch = refuse('fetch');
globalThis.WebSocket = refuse('WebSocket');
