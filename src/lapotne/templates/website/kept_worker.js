// Answers for the pages that a reader kept, and for nothing else. It keeps nothing itself: the page does, when asked.
const KEPT = { cacheName: "kept", ignoreVary: true };
const PATIENCE = 3000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const late = () => new Promise((_resolve, reject) => setTimeout(reject, PATIENCE));

async function answer(request) {
  // A copy being renewed isn't made of the old one.
  if (request.cache === "reload") return fetch(request);
  const kept = await caches.match(request, KEPT);
  if (!kept) return fetch(request);
  if (request.mode !== "navigate") return kept;
  try {
    return await Promise.race([fetch(request), late()]);
  } catch {
    return kept;
  }
}

self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});
