// @ts-check
// Keeps the site at hand without a network. For pages whose template does not start the worker by itself.
if ("serviceWorker" in navigator) {
  const worker = new URL("./sw.js", import.meta.url);
  addEventListener("load", async () => {
    await navigator.serviceWorker.register(worker, { updateViaCache: "none" }).catch(() => {});
    (await navigator.serviceWorker.ready).active?.postMessage("keep"); // what could wait, of a large guide
  });
}
