// The service worker: keeps a copy of the app's own files, so that it opens without a network.
// It never sees and never stores anything about a person: the list below is all it keeps, and the
// build writes that list.

const built = "{{built}}";

const CACHE = `trellis-${built.build}`;
const kept = new Set(built.files);

self.addEventListener("install", (event) => {
  event.waitUntil(fill());
});

// All or nothing: a version with a file missing must never take over. A hashed file may come from
// the browser's own cache, where the first load left it; the page itself may not.
async function fill() {
  const cache = await caches.open(CACHE);
  const request = (address) => new Request(address, { cache: address.startsWith("/assets/") ? "default" : "reload" });
  await cache.addAll(built.files.map(request));
}

// A new version waits until the person says so: it must not change the app under their hands.
self.addEventListener("message", (event) => {
  if (event.data === "SKIP_WAITING") {
    self.skipWaiting();
  }
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith("trellis-") && name !== CACHE) {
      await caches.delete(name);
    }
  }
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const url = new URL(request.url);
  // Whatever sends something, and whatever goes elsewhere, is not this worker's business.
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (kept.has(url.pathname)) {
    event.respondWith(fromCache(url.pathname, request));
  } else if (request.mode === "navigate" && !url.pathname.split("/").pop().includes(".")) {
    event.respondWith(fromCache("/", request));
  }
});

// The browser may have thrown the copy away to make room; then the network is the second best.
async function fromCache(address, request) {
  const cache = await caches.open(CACHE);
  const copy = await cache.match(address, { ignoreVary: true });
  return copy || fetch(request);
}
