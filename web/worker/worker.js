// Turns a passphrase into a vault key, away from the page. One message in, one message out, then
// the page ends this worker, because the memory it used never shrinks.
//
// In:  { task: 'make',   wasm, passphrase, memoryKib, rounds }
//      { task: 'unlock', wasm, passphrase, header }
//      { task: 'rewrap', wasm, passphrase, newPassphrase, header, memoryKib, rounds }
//      { task: 'answered', wasm, header, key, answered }
//      wasm is the address of the wasm file; passphrases and header are Uint8Array. Passphrases are
//      UTF-8 of the text in normalisation form C; transfer their buffers, so that the page keeps no
//      copy. They are overwritten here.
// Out: { ok: true, key, header }   Uint8Array, transferred; header for 'make' and 'rewrap' only
//      { ok: true, plain }         for 'answered': what was given while the tablet was handed over
//      { ok: false, trouble }      'wrong-passphrase', 'damaged', 'not-supported', 'memory', 'stopped'
//
// Nothing is ever logged here. The build rewrites the address of the glue.

import init, { make, open_answered, rewrap, unlock } from './worker_glue.js';

const tasks = {
  make: ({ passphrase, memoryKib, rounds }) => take(make(passphrase, memoryKib, rounds)),
  unlock: ({ header, passphrase }) => ({ key: unlock(header, passphrase) }),
  rewrap: ({ header, passphrase, newPassphrase, memoryKib, rounds }) =>
    take(rewrap(header, passphrase, newPassphrase, memoryKib, rounds)),
  answered: ({ header, key, answered }) => ({ plain: open_answered(header, key, answered) }),
};

function take(made) {
  const taken = { key: made.key, header: made.header };
  made.free();
  return taken;
}

function overwrite(message) {
  for (const name of ['passphrase', 'newPassphrase', 'key']) {
    if (message[name] instanceof Uint8Array) message[name].fill(0);
  }
}

// Rust throws its codes as plain strings. Anything else is the browser's: no memory to be had, or
// a stop nobody foresaw.
function troubleOf(error) {
  if (typeof error === 'string') return error;
  const outOfMemory = error instanceof RangeError || error?.name === 'InternalError';
  return outOfMemory ? 'memory' : 'stopped';
}

self.onmessage = async ({ data }) => {
  self.onmessage = null;
  let answer;
  try {
    await init({ module_or_path: data.wasm });
    answer = { ok: true, ...tasks[data.task](data) };
  } catch (error) {
    answer = { ok: false, trouble: troubleOf(error) };
  }
  overwrite(data ?? {});
  const buffers = [answer.key, answer.header, answer.plain].filter(Boolean).map((bytes) => bytes.buffer);
  self.postMessage(answer, buffers);
};
