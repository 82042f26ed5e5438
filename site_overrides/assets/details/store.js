// @ts-check
// Keeps what a reader fills in: on this device, and where the browser refuses that, for as long as the page is open.
import { KEY } from "./details.js";
import { nothing, parse } from "./values.js";

const ASIDE = `${KEY}-unreadable`;
/** @type {string | null} */
let memory = null;
let refused = false;

/** @template T @param {() => T} act @param {T} otherwise @returns {T} */
const attempt = (act, otherwise) => {
  try { return act(); } catch { refused = true; return otherwise; }
};

/** The keys of what was put out of the way. */
const aside = () => Object.keys(localStorage).filter((key) => key.startsWith(ASIDE));

/** Put what cannot be read out of the way, so that nothing overwrites it. @param {string} text */
const setAside = (text) => attempt(() => {
  localStorage.setItem(`${ASIDE}-${Date.now()}`, text); // beside what was put there before
  localStorage.removeItem(KEY);
}, undefined);

/** @returns {import("./values.js").Kept} */
export const read = () => {
  const text = refused ? memory : attempt(() => localStorage.getItem(KEY), memory);
  const kept = parse(text);
  if (!kept && text !== null && !refused) setAside(text);
  return kept ?? nothing;
};

/**
 * Change what is kept: one thing at a time, so that what another tab has kept meanwhile stays.
 * @param {(kept: import("./values.js").Kept) => import("./values.js").Kept} change
 */
export const update = (change) => {
  const text = JSON.stringify(change(read()));
  memory = text;
  attempt(() => localStorage.setItem(KEY, text), undefined);
  watching.forEach((act) => act());
};

export const erase = () => {
  memory = null;
  attempt(() => {
    localStorage.removeItem(KEY);
    aside().forEach((key) => localStorage.removeItem(key));
  }, undefined);
  watching.forEach((act) => act());
};

/** How it is kept. @returns {"kept" | "not-kept" | "unreadable"} */
export const state = () => {
  const anyAside = attempt(() => aside().length > 0, false);
  if (refused) return "not-kept";
  return anyAside ? "unreadable" : "kept";
};

/** @type {(() => void)[]} */
const watching = [];

/** Say whenever something was changed, here or in another tab, or the reader comes back. @param {() => void} act */
export const watch = (act) => {
  watching.push(act);
  addEventListener("storage", ({ key }) => { if (key === KEY || key === null) act(); });
  addEventListener("pageshow", act);
};
