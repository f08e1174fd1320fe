// Keeps the app for use without a network. It answers only for this folder, and never for another origin. The two constants are
// written when the page is built.
'use strict';

const VERSION = '{{version}}';
// Path below this folder -> integrity of its content; './' is the page.
const FILES = {{files}};

const SCOPE = new URL('./', location.href);
// Other copies of Kith may live below other folders of the same origin: only caches of this folder are ours.
const OURS = `kith ${SCOPE.pathname} `;
const CACHE = OURS + VERSION;
// A path that no file has: the cache that holds it is of a version that somebody asked for. Browsers let an older service worker
// finish first, which can take minutes; until then it hands out the page of that version.
const ASKED = new URL('./asked-for', SCOPE);
// On this machine another program may answer at the same port tomorrow, and a rebuilt page should show at once: ask first.
const ASK_FIRST = ['127.0.0.1', '[::1]', 'localhost'].includes(location.hostname);

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', (event) => {
  if (event.data === 'activate') event.waitUntil(takeOverNow());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return;
  const path = url.pathname.slice(SCOPE.pathname.length);
  const isPage = path === '' || path === 'index.html';
  if (isPage) event.respondWith(page(request));
  else if (Object.hasOwn(FILES, path)) event.respondWith(kept(path, request));
  else event.respondWith(keptBefore(request));
});

// All files or none: with the integrity given, a deployment that changes halfway through is refused, and tried again later.
async function fill() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      Object.entries(FILES).map(async ([path, integrity]) => {
        const response = await fetch(new URL(path, SCOPE), { cache: 'no-cache', integrity });
        if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`);
        await cache.put(new URL(path, SCOPE), response);
      }),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function takeOverNow() {
  await forgetAsked();
  await (await caches.open(CACHE)).put(ASKED, new Response());
  await tellTabs();
  await self.skipWaiting();
}

// Pages of the version before may still be open. They keep their files, and hear that a newer one is there.
async function takeOver() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  for (const name of versions.slice(0, -1)) await caches.delete(name);
  await self.clients.claim();
  const knowAlready = (await forgetAsked()).includes(CACHE);
  if (versions.length > 0 && !knowAlready) await tellTabs();
}

// Which versions had been asked for.
async function forgetAsked() {
  const forgotten = [];
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && (await (await caches.open(name)).delete(ASKED))) forgotten.push(name);
  }
  return forgotten;
}

async function tellTabs() {
  for (const tab of await self.clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    if (new URL('./', tab.url).href === SCOPE.href) tab.postMessage('taken');
  }
}

async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(path, SCOPE))) ?? fetch(request);
}

async function keptBefore(request) {
  for (const name of await caches.keys()) {
    const response = name.startsWith(OURS) && (await (await caches.open(name)).match(request));
    if (response) return response;
  }
  return fetch(request);
}

async function page(request) {
  if (ASK_FIRST) {
    try {
      return await fetch(request, { signal: AbortSignal.timeout(3000) });
    } catch {
      // Nobody answers: the copy does.
    }
  }
  for (const name of await caches.keys()) {
    const cache = name.startsWith(OURS) && (await caches.open(name));
    if (cache && (await cache.match(ASKED))) return (await cache.match(SCOPE)) ?? fetch(request);
  }
  return kept('./', request);
}
