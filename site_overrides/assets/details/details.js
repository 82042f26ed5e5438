// @ts-check
// On every page: what a reader has filled in is put into its words. Where nothing is kept, nothing more is fetched.

/** All guides of one host share its storage, so the key has the path of this one; the number is that of its form. */
export const KEY = `${new URL("../../", import.meta.url).pathname}details-1`;

const isKept = () => {
  try { return localStorage.getItem(KEY) !== null; } catch { return false; } // merely to touch it can be refused
};

const fill = () => {
  if (isKept()) import("./fill.js").catch(console.warn);
};

addEventListener("storage", fill);
addEventListener("pageshow", fill); // also on the way back from the page on which it was typed
if (document.querySelector(".fields")) import("./form.js").catch(console.warn);
if (document.querySelector(".notes")) import("./notes.js").catch(console.warn);
fill();
