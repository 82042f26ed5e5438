// @ts-check
// Keeps the screen awake while it is wanted, on devices that can.

/** @type {Promise<WakeLockSentinel> | undefined} */
let lock;
let wanted = false;

const update = () => {
  const hold = wanted && document.visibilityState === "visible"; // a hidden page loses its lock
  if (hold === Boolean(lock) || !("wakeLock" in navigator)) return;
  if (hold) lock = navigator.wakeLock.request("screen");
  else lock?.then((held) => held.release(), () => undefined); // it may just have been refused
  if (!hold) lock = undefined;
  lock?.catch(() => { lock = undefined; }); // not allowed, or the battery is low: then the screen sleeps as always
};

document.addEventListener("visibilitychange", update);

/** @param {boolean} awake */
export const keepAwake = (awake) => {
  wanted = awake;
  update();
};
