// Starts the app, says so in words when it cannot, and keeps the copy for offline use up to date.
// A classic script, so that a browser too old for modules still gets its sentence.
//
// What the app may rely on:
// - `<html data-update>` is "ready" when a newer version waits, "switching" when it was asked for, and "taken" when another tab
//   has switched to it; each time the event "kith-update" is fired at the window. A version that nobody asks for takes over
//   when the last tab is closed.
// - The event "kith-update-now", fired by the app at the window, switches to the newer version and reloads the page. Whoever
//   fires it has saved everything before.
(function () {
  'use strict';

  const workers = navigator.serviceWorker;
  let running = false;
  let asked = false;

  const SENTENCES = {
    wasm: {
      en: 'Kith cannot start: this browser has no WebAssembly, or it is switched off. Please use a current Firefox, Chrome, Edge or Safari, or allow WebAssembly for this address.',
      'zh-Hant': '知客無法啟動：這個瀏覽器沒有 WebAssembly，或已被停用。請改用新版 Firefox、Chrome、Edge 或 Safari，或允許此網址使用 WebAssembly。',
      'zh-Hans': '知客无法启动：这个浏览器没有 WebAssembly，或已被停用。请改用新版 Firefox、Chrome、Edge 或 Safari，或允许此网址使用 WebAssembly。',
    },
    store: {
      en: 'Kith cannot start: this browser does not let the page store data (IndexedDB). Please leave private browsing, or allow this address to store data, and reload.',
      'zh-Hant': '知客無法啟動：瀏覽器不允許此網頁儲存資料（IndexedDB）。請離開私密瀏覽模式，或允許此網址儲存資料，然後重新載入。',
      'zh-Hans': '知客无法启动：浏览器不允许此网页存储数据（IndexedDB）。请退出无痕浏览模式，或允许此网址存储数据，然后重新加载。',
    },
    file: {
      en: 'Kith cannot start from a file: browsers refuse to load its parts. Please serve this folder from a web server and open its http address.',
      'zh-Hant': '知客無法直接從檔案開啟：瀏覽器會拒絕載入其組成檔案。請用網頁伺服器提供此資料夾，再開啟其 http 網址。',
      'zh-Hans': '知客无法直接从文件打开：浏览器会拒绝加载其组成文件。请用网页服务器提供此文件夹，再打开其 http 地址。',
    },
    broken: {
      en: 'Kith could not start: a part of it is missing or was blocked. Your records are untouched. Please reload; if that does not help, pause content blockers for this address.',
      'zh-Hant': '知客無法啟動：有部分檔案遺失或被阻擋。您的資料沒有受到影響。請重新載入；若仍無法啟動，請為此網址暫停內容封鎖工具。',
      'zh-Hans': '知客无法启动：有部分文件缺失或被阻止。您的数据没有受到影响。请重新加载；若仍无法启动，请为此网址暂停内容拦截工具。',
    },
  };

  function language() {
    for (const tag of navigator.languages || [navigator.language]) {
      if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
      if (/^zh\b/i.test(tag)) return 'zh-Hans';
      if (/^en\b/i.test(tag)) return 'en';
    }
    return 'en';
  }

  function fail(kind, detail) {
    const place = document.getElementById('start') || document.body.appendChild(document.createElement('div'));
    place.id = 'start';
    place.className = 'failed';
    place.setAttribute('role', 'alert');
    place.lang = language();
    const sentence = document.createElement('p');
    sentence.textContent = SENTENCES[kind][place.lang];
    place.replaceChildren(sentence);
    if (detail !== undefined) {
      place.appendChild(document.createElement('pre')).textContent = String(detail);
      console.error(detail);
    }
  }

  function address(relative) {
    return new URL(relative, document.baseURI).href;
  }

  function hasStore() {
    try {
      return !!window.indexedDB;
    } catch {
      return false;
    }
  }

  async function start() {
    if (location.protocol === 'file:') return fail('file');
    if (typeof WebAssembly !== 'object') return fail('wasm');
    if (!hasStore()) return fail('store');
    try {
      if (workers) listen();
      const app = document.querySelector('meta[name="kith-app"]');
      const module = await import(address(app.content));
      running = true;
      await module.default({ module_or_path: address(app.dataset.wasm) });
    } catch (error) {
      return fail('broken', error);
    }
    document.getElementById('start').remove();
    if (workers) keepOffline();
  }

  function tell(state) {
    document.documentElement.dataset.update = state;
    dispatchEvent(new Event('kith-update'));
  }

  // The service worker of a newer version tells when it has taken over. Before the app runs it is not too late to change.
  function listen() {
    workers.addEventListener('message', (event) => {
      if (event.data !== 'taken') return;
      if (asked || !running) location.reload();
      else tell('taken');
    });
    workers.startMessages();
  }

  async function keepOffline() {
    let registration;
    addEventListener('kith-update-now', () => {
      asked = true;
      if (!registration || !registration.waiting) return location.reload();
      tell('switching');
      registration.waiting.postMessage('activate');
    });
    try {
      registration = await workers.register(address('sw.js'));
    } catch (error) {
      // The app runs without it, only not offline.
      console.warn('Kith will not start offline:', error);
      return;
    }
    function watch(worker) {
      if (!worker) return;
      worker.addEventListener('statechange', () => {
        if (worker.state === 'installed' && workers.controller) tell('ready');
      });
    }
    // A version that was asked for may still wait for the older service worker while its page is here already.
    if (registration.waiting && workers.controller && !(await caches.match(address('asked-for')))) tell('ready');
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
  }

  start();
})();
