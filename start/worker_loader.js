// Starts the worker's WebAssembly. Messages that arrive before it listens are kept and handed over in order, so that the page
// may post to a worker as soon as it has made it. The two names are written when the page is built.
import init from './{{js}}';

const early = [];
const keep = (event) => {
  event.stopImmediatePropagation();
  early.push(event);
};
self.addEventListener('message', keep);

try {
  await init({ module_or_path: new URL('./{{wasm}}', import.meta.url) });
  self.removeEventListener('message', keep);
  for (const { data, ports } of early) self.dispatchEvent(new MessageEvent('message', { data, ports }));
} catch (error) {
  // A rejected module would tell the page nothing; an error thrown from a task reaches its `onerror`.
  setTimeout(() => {
    throw error;
  });
}
