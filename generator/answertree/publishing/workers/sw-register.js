// @ts-check
// Keeps the site at hand without a network. For pages whose template does not start the worker by itself.
if ("serviceWorker" in navigator) {
  const worker = new URL("./sw.js", import.meta.url);
  addEventListener("load", () => void navigator.serviceWorker.register(worker, { updateViaCache: "none" }).catch(() => {}));
}
