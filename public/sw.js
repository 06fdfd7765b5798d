// Opens the app without a network: keeps its files, all of one build together. Documents are kept elsewhere
// (IndexedDB); what the relay answers is never kept here.
"use strict";

// Both lines are completed by the build; left empty, this worker keeps nothing and answers nothing.
const VERSION = "";
const FILES = [];

const OURS = "tributary-";
const CACHE = OURS + VERSION;
// The one page of the app: the relay answers with it at every address that the app draws.
const PAGE = "/";
const DRAWN_BY_THE_APP = /^\/(p\/[^/]+\/?)?$/;
const ANSWERED_BY_THE_RELAY = /^\/(api|sync|metrics|live|ready|oembed|plain|c|v|e)(\/|$)/;
// On a line that hardly works, a person waits this long for the newest page before the kept one opens.
const PATIENCE_MS = 3000;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  if (VERSION) event.waitUntil(keepFiles());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOtherBuilds().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (!VERSION || request.method !== "GET" || url.origin !== self.location.origin) return;
  if (ANSWERED_BY_THE_RELAY.test(url.pathname)) return;
  if (request.mode !== "navigate") event.respondWith(file(request));
  else if (DRAWN_BY_THE_APP.test(url.pathname)) {
    event.respondWith(page(request));
    event.waitUntil(dropOtherBuilds());
  }
});

// All files or none: a build that cannot be kept whole leaves the one before in use.
async function keepFiles() {
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll(FILES.map((address) => new Request(address, { cache: "no-cache" })));
    await checkPage(await cache.match(PAGE));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// While a relay is replaced, its page may be of the next build already; then the files do not belong to it.
async function checkPage(response) {
  const used = (await response.text()).matchAll(/(?:src|href)="?(\/[^">\s]+\.(?:js|wasm|css))/g);
  for (const [, address] of used) {
    if (!FILES.includes(address)) throw new Error(`${address} is of another build`);
  }
}

// Pages of other builds find their files until the last of them is gone; a page that is only being opened does not
// count. A build that is being kept right now belongs to the next worker.
async function dropOtherBuilds() {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const { installing, waiting } = self.registration;
  if (open.length || installing || waiting) return;
  await Promise.all(others.map((name) => caches.delete(name)));
}

// The newest page if it comes in time, else the kept one: its files have their build in their names, so a page
// finds its own either way.
async function page(request) {
  const fresh = fetch(request).then((response) => {
    if (!response.ok) throw new Error(`the relay answered ${response.status}`);
    return response;
  });
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE_MS, new Error("the relay is slow")));
  try {
    return await Promise.race([fresh, late]);
  } catch {
    const cache = await caches.open(CACHE);
    return (await cache.match(PAGE)) ?? (await caches.match(PAGE)) ?? fresh;
  }
}

async function file(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? (await caches.match(request)) ?? fetch(request);
}
