// @ts-check
/// <reference lib="webworker" />
// The guide without a network. The build (publishing/service_worker.py) writes this file into the site and fills in three
// constants. It keeps its name for good: a phone that knows only an old name would never hear of a new version.
"use strict";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const VERSION = "__VERSION__";
/** From the address of each file, below the site's own, to the hash of its bytes. @type {Record<string, string>} */
const FILES = __FILES__;
/** The addresses of what can wait until there is time, the most wanted first: a large guide has some. @type {string[]} */
const LATER = __LATER__;

const SCOPE = worker.registration.scope;
// All projects of one owner share an origin, and so its caches: a name tells whose it is.
const OWN = `offline ${new URL(SCOPE).pathname} `;
const CACHE = OWN + VERSION;
/** From each path to the hash of what is there. */
const HASHES = new Map(Object.entries(FILES).map(([address, hash]) => [new URL(address, SCOPE).pathname, hash]));
const LATE = new Set(LATER.map((address) => new URL(address, SCOPE).pathname));

/** Kept by path and hash, so that the next version can take over what has not changed. @param {string} path */
const keyOf = (path) => `${path}?${HASHES.get(path)}`;

/** The path under which the build lists an address. @param {string} address */
const pathOf = (address) => new URL(address).pathname.replace(/\/index\.html$/, "/");

/**
 * The file at this path, byte for byte as it was built, or a rejection. The bytes alone count: some hosts send 404.html
 * with the status 404. @param {string} path
 */
const fetchWhole = (path) => {
  const ask = (/** @type {RequestCache} */ cache) =>
    fetch(path, { integrity: HASHES.get(path), cache, redirect: "error" });
  // The browser's own cache may hold broken bytes under a tag that is still good: then ask past it.
  return ask("no-cache").catch(() => ask("reload"));
};

/** Keep the file at this path; what another version has of it is not fetched again. @param {Cache} cache @param {string} path */
const keep = async (cache, path) => {
  const key = keyOf(path);
  if (await cache.match(key)) return;
  await cache.put(key, (await caches.match(key)) ?? (await fetchWhole(path)));
};

/** Keep what another version has of the file at this path. @param {Cache} cache @param {string} path */
const takeOverCopy = async (cache, path) => {
  const key = keyOf(path);
  const copy = (await cache.match(key)) ? undefined : await caches.match(key);
  if (copy) await cache.put(key, copy).catch(() => {});
};

/** Have every file of this version but for those that can wait, or reject and leave nothing behind. */
const keepAll = async () => {
  const isNew = !(await caches.has(CACHE));
  const cache = await caches.open(CACHE);
  const each = [...HASHES.keys()].map((path) => (LATE.has(path) ? takeOverCopy : keep)(cache, path));
  const kept = await Promise.allSettled(each);
  // Only now is nothing under way any more that could write into a cache just deleted.
  const failed = kept.find((result) => result.status === "rejected");
  if (!failed) return;
  if (isNew) await caches.delete(CACHE);
  throw failed.reason;
};

/** @type {Promise<void> | undefined} */
let refilling;
/** Another project on this origin may have deleted every cache it found: get the files again. */
const refill = () => (refilling ??= keepAll().catch(() => {}).finally(() => { refilling = undefined; }));

/** @type {Promise<void> | undefined} */
let keepingRest;
/** Keep what could wait, one after another. What fails, or is still to come when this worker ends, waits for the next time. */
const keepRest = () => (keepingRest ??= (async () => {
  if (!LATE.size || !(await caches.has(CACHE))) return; // first what cannot wait
  const cache = await caches.open(CACHE);
  for (const path of LATE) {
    if (!worker.navigator.onLine) return;
    try {
      await keep(cache, path);
    } catch (error) {
      if (error instanceof DOMException && error.name === "QuotaExceededError") return;
    }
  }
})().catch(() => {}).finally(() => { keepingRest = undefined; }));

/** @param {string} path @returns {Promise<Response | undefined>} */
const kept = (path) => caches.match(keyOf(path), { cacheName: CACHE }).catch(() => undefined);

/** As the server has it now: what the browser itself still has may be of another version. @param {Request} request */
const fetchNow = (request) => fetch(request, { cache: "no-cache" });

/** A file of this version. @param {FetchEvent} event @param {string} path */
const answer = async (event, path) => {
  // A page that is not of this version came from the network, and what belongs to it does too.
  const asking = event.clientId ? await worker.clients.get(event.clientId) : undefined;
  if (asking && !HASHES.has(pathOf(asking.url))) {
    const fetched = await fetchNow(event.request).catch(() => undefined);
    if (fetched) return fetched;
  }
  const found = await kept(path);
  if (found) return found;
  event.waitUntil(refill());
  const fetched = fetchNow(event.request).catch(() => fetch(event.request));
  return LATE.has(path) && event.request.mode === "navigate" ? fetched.catch(notKept) : fetched;
};

/** @param {number} status @param {(html: string) => string} [change] */
const missing = async (status, change = (html) => html) => {
  const page = await kept(new URL("404.html", SCOPE).pathname);
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return page ? new Response(change(await page.text()), { status, headers }) : Response.error();
};

/** What is said of a page that this version does not have, when the network cannot be asked. */
const notFound = () => missing(404);

/** What is said of a page that is not kept yet: then the page for what is missing has other words. */
const notKept = () => missing(503, (html) =>
  html.replace('id="gone"', 'id="gone" hidden').replace('id="not-kept" hidden', 'id="not-kept"'));

let active = false;
/** Be the worker in use. Chromium gives up when a page fetches something just then, so ask until it is so. */
const takeOver = async () => {
  while (!active) {
    await worker.skipWaiting();
    await new Promise((done) => setTimeout(done, 300));
  }
};

worker.addEventListener("install", (event) => event.waitUntil(keepAll()));

worker.addEventListener("activate", (event) => event.waitUntil((async () => {
  active = true;
  const old = (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== CACHE);
  await Promise.allSettled(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
})()));

// A new version waits until no page is open any more, or until a reader asks to see it. Pages say when they are idle.
worker.addEventListener("message", (event) => {
  if (event.data === "show") event.waitUntil(takeOver());
  if (event.data === "keep") event.waitUntil(keepRest());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  const path = pathOf(request.url);
  if (HASHES.has(path)) return event.respondWith(answer(event, path));
  if (request.mode !== "navigate") return;
  // As the server does: without the slash, the page's relative links would miss.
  if (HASHES.has(`${path}/`)) return event.respondWith(Response.redirect(`${path}/${new URL(request.url).search}`));
  event.respondWith(fetch(request).catch(notFound));
});
