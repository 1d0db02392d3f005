// The kill switch. If a broken service worker has gone out, serve this file as /sw.js: devices ask
// for that address each time the app is opened or shown again. It forgets the stored copies of the
// app's own files and takes itself off. Records are not in those copies and are not touched.
self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOff());
});

async function takeOff() {
  for (const name of await caches.keys()) {
    await caches.delete(name);
  }
  await self.registration.unregister();
}
