// Answers when there is no network, with the newsroom's own files and one page, never with anybody's content.
// VERSION, ASSETS and OFFLINE are put in front by the server.
const CACHE = `toa-soan-${VERSION}`;

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    // without cookies: these are the same for everybody
    await Promise.all([...ASSETS, OFFLINE].map(async (address) => {
      const response = await fetch(address, { credentials: 'omit', cache: 'no-cache' });
      if (!response.ok || response.redirected) throw new Error(address);
      await cache.put(address, response);
    }));
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept(OFFLINE)));
  else if (ASSETS.includes(pathname)) event.respondWith(fetch(request).catch(() => kept(pathname)));
});

async function kept(address) {
  return (await (await caches.open(CACHE)).match(address)) ?? Response.error();
}
