// @ts-check
// Keeps the guide at hand without a network, and offers a newer version once it has arrived whole. Built sites only:
// under `mkdocs serve` and with `offline: false` no page loads this.

/**
 * The worker that holds a newer version than the one in use.
 * @param {Pick<ServiceWorkerRegistration, "active" | "waiting">} registration
 */
export const newer = ({ active, waiting }) => (active ? waiting : null);

/** The reader has asked for the newer version: this tab shows it, others keep what they show. @param {ServiceWorkerRegistration} registration */
const show = (registration) => {
  const waiting = newer(registration);
  if (!waiting) return location.reload(); // it is in use already: another tab has asked
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("show");
};

const start = async () => {
  const worker = new URL("../../sw.js", import.meta.url);
  const registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
  const look = async () => {
    if (newer(registration)) (await import("./offer.js")).offer(() => show(registration));
  };
  const follow = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", follow);
  follow();
  await look();
  // Of a large guide not all is kept at once: the rest comes when the page has nothing else to do.
  const { active } = await navigator.serviceWorker.ready;
  (globalThis.requestIdleCallback ?? setTimeout)(() => active?.postMessage("keep"));
};

// Whatever goes wrong here, the page is whole without it. The page comes first, the copies after it.
const quietly = () => void start().catch(() => {});
if ("serviceWorker" in navigator) {
  if (document.readyState === "complete") quietly();
  else addEventListener("load", quietly, { once: true });
}
