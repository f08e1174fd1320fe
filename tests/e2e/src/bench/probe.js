// Runs in every page before its own scripts: notes when the user did what, keeps the long tasks, waits for what can be seen. It looks
// at the page and changes nothing on it.
(() => {
  'use strict';
  if (window !== window.top) return;

  // Every task of 50 ms and more on the main thread; shorter ones the browser does not tell.
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });

  // By the browser's clock, which runs while an event waits behind other tasks.
  const acted = {};
  for (const type of ['click', 'change', 'keydown']) {
    addEventListener(type, (event) => { acted[type] = event.timeStamp; }, { capture: true });
  }

  // A click that loads the page anew is asked for afterwards.
  addEventListener('click', (event) => {
    sessionStorage.setItem('bench-clicked', performance.timeOrigin + event.timeStamp);
  }, { capture: true });

  // The memory of the app's WebAssembly, which nobody hands out.
  let memory;
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      memory = (made.instance ?? made).exports.memory ?? memory;
      return made;
    };
  }

  // A task after the next frame: what was drawn by then is painted.
  const painted = () => new Promise((done) => {
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  });

  const text = (selector) => document.querySelector(selector)?.textContent.trim() ?? '';
  const trouble = () => text('.banner-danger') || text('.toast-danger');

  // Resolves with the time at which it was painted that the condition holds, or with what the page complains of.
  function until(condition) {
    return new Promise((done) => {
      const look = () => {
        const complaint = trouble();
        if (!complaint && !condition()) return false;
        watcher.disconnect();
        painted().then((at) => done({ at, complaint }));
        return true;
      };
      const watcher = new MutationObserver(look);
      if (!look()) watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  }

  const rows = () => {
    const shown = [...document.querySelectorAll('.table-body > .table-row:not([hidden])')];
    return shown.sort((a, b) => a.ariaRowIndex - b.ariaRowIndex);
  };
  // What the list shows: the count beside its name and the first names. The text stays readable while nothing matches.
  const list = () => {
    const names = rows().slice(0, 3).map((row) => row.querySelector('.table-link')?.textContent);
    return [text('.page-heading .count'), ...names].join(' | ');
  };
  const usable = () => text('.page-heading .count') && rows()[0]?.querySelector('.table-link')?.textContent;
  const classified = () => usable() && rows()[0].querySelector('[data-label="ABC class"]')?.textContent;

  const waits = {};
  const first = {};
  until(usable).then((seen) => { first.rows = seen; });
  until(classified).then((seen) => { first.classes = seen; });

  globalThis.kithProbe = {
    acted, first, waits, text, list, rows,
    orders: () => rows().map((row) => row.querySelector('[data-label=Orders]')?.textContent),
    // In a column of the import stands something else than was guessed.
    choose(label, option) {
      const select = [...document.querySelectorAll('select')].find((select) => select.ariaLabel === label);
      const wanted = [...select.options].find((one) => one.text === option);
      if (select.value === wanted.value) return;
      select.value = wanted.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    wait(name, condition) {
      waits[name] = null;
      until(condition).then((seen) => { waits[name] = seen; });
    },
    button: (label) => [...document.querySelectorAll('button')]
      .find((button) => button.textContent.trim().startsWith(label) && !button.disabled && button.ariaBusy !== 'true'),
    longest(from, to) {
      tasks.push(...observer.takeRecords());
      const within = tasks.filter((task) => task.startTime + task.duration > from && task.startTime < to);
      return Math.max(0, ...within.map((task) => task.duration));
    },
    memory: () => memory?.buffer.byteLength ?? null,
  };
})();
