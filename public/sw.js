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
// On this machine another program may answer at the same port tomorrow, and a rebuilt page should show at once: ask first.
const ASK_FIRST = ['127.0.0.1', '[::1]', 'localhost'].includes(location.hostname);

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', (event) => {
  if (event.data === 'activate') event.waitUntil(self.skipWaiting());
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

// Pages of the version before may still be open. They keep their files, and hear that a newer one is there.
async function takeOver() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  for (const name of versions.slice(0, -1)) await caches.delete(name);
  await self.clients.claim();
  if (versions.length === 0) return;
  for (const tab of await self.clients.matchAll({ type: 'window' })) tab.postMessage('taken');
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
  return kept('./', request);
}
