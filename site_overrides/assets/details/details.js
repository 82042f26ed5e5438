// @ts-check
// On every page: what a reader has filled in is put into its words. Where nothing is kept, nothing more is fetched.

/** All guides of one host share its storage, so the key has the path of this one; the number is that of its form. */
export const KEY = `${new URL("../../", import.meta.url).pathname}details-1`;

const fill = () => {
  try { if (localStorage.getItem(KEY) === null) return; } catch { return; } // merely to touch it can be refused
  import("./fill.js").catch(console.warn);
  if (document.querySelector(".start[data-known], .shortcuts")) import("../facts/ahead.js").catch(console.warn);
};

addEventListener("storage", fill);
addEventListener("pageshow", fill); // also on the way back from the page on which it was typed
fill();
