// Runs in every page before its own scripts: hears when the store acknowledges a change, and asks the worker what the page asks it. The
// calls of the page go through as they are.
(() => {
  'use strict';
  if (window !== window.top) return;

  // Only what goes into the journal is a change; drafts have a store of their own.
  const commits = [];
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...given) {
    const made = transaction.apply(this, given);
    if (made.mode === 'readwrite' && made.objectStoreNames.contains('journal')) {
      const opened = performance.now();
      made.addEventListener('complete', () => commits.push([opened, performance.now()]));
    }
    return made;
  };

  // The page's last question to the search: topic, number, text, kinds of record, each a typed array.
  const FIND = 3;
  let question;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...more) {
    if (Array.isArray(message) && message[0]?.[0] === FIND) {
      question = { worker: this, parts: message.map((part) => part.slice()) };
    }
    return post.call(this, message, ...more);
  };

  // Numbers that the page never comes to: it drops an answer to a question that nobody asked.
  let number = 0xf0000000;
  // Milliseconds from the page's question with another text to the answer with all hits.
  function ask(text) {
    const { worker, parts: [topic, , , kinds] } = question;
    number += 1;
    const own = number;
    return new Promise((done) => {
      const began = performance.now();
      const listen = (event) => {
        if (event.data?.[0]?.[0] !== own) return;
        const took = performance.now() - began;
        worker.removeEventListener('message', listen);
        done(took);
      };
      worker.addEventListener('message', listen);
      post.call(worker, [topic, Uint32Array.of(own), new TextEncoder().encode(text), kinds]);
    });
  }

  Object.assign(globalThis.kithProbe, {
    ask,
    asked: () => question !== undefined,
    // When the first transaction since then was opened, and when it was acknowledged.
    committed: (from) => commits.find(([opened]) => opened > from) ?? null,
  });
})();
