// @ts-check
/// <reference lib="webworker" />
// Written as sw.js in place of the worker when the site is built with `offline: false`: it ends what earlier builds
// began. It answers no request, so pages come from the network from now on.
"use strict";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const OWN = `offline ${new URL(worker.registration.scope).pathname} `; // as in the worker: others' caches stay

let active = false;
/** Be the worker in use. Chromium gives up when a page fetches something just then, so ask until it is so. */
const takeOver = async () => {
  while (!active) {
    await worker.skipWaiting();
    await new Promise((done) => setTimeout(done, 300));
  }
};

worker.addEventListener("install", () => void takeOver()); // not waited for: it takes until after the install

worker.addEventListener("activate", (event) => event.waitUntil((async () => {
  active = true;
  const own = (await caches.keys()).filter((name) => name.startsWith(OWN));
  await Promise.allSettled(own.map((name) => caches.delete(name)));
  await worker.registration.unregister();
})()));
