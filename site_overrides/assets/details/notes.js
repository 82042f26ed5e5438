// @ts-check
// The reader's notes: a day, who it was, and what was said.
import { label } from "../labels/labels.js";
import { read, update, watch } from "./store.js";
import { inWords, withNote, withoutNote } from "./values.js";
import { language } from "./language.js";

/** @typedef {import("./values.js").Note} Note */

const list = document.querySelector(".notes__kept");
const day = /** @type {HTMLInputElement | null} */ (document.getElementById("note--day"));
const who = /** @type {HTMLInputElement | null} */ (document.getElementById("note--who"));
const said = /** @type {HTMLTextAreaElement | null} */ (document.getElementById("note--said"));

/** The day it is where the reader is, such as 2030-01-31. @param {Date} now */
const today = (now) => [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/** @param {string} tag @param {string} words @param {string} [className] */
const make = (tag, words, className = "") => Object.assign(document.createElement(tag), { textContent: words, className });

/** @param {Note} note */
const item = (note) => {
  const when = inWords(note.day, "date", language);
  const button = make("button", label("details", "delete"), "note__delete");
  button.setAttribute("aria-label", label("details", "delete-of", { day: when }));
  button.addEventListener("click", () => {
    update((kept) => withoutNote(kept, note.at));
    day?.focus(); // the button that had the focus is gone
  });
  const made = document.createElement("li");
  made.append(make("strong", [when, note.who].filter(Boolean).join(", ")), make("p", note.said), button);
  return made;
};

const show = () => list?.replaceChildren(...[...read().notes].reverse().map(item));

const reset = () => {
  if (day) day.value = today(new Date());
  if (who) who.value = "";
  if (said) said.value = "";
};

document.querySelector(".notes__keep")?.addEventListener("click", () => {
  if (!day || !who || !said) return;
  if (!who.value.trim() && !said.value.trim()) return said.focus();
  const note = { at: Date.now(), day: day.value, who: who.value.trim(), said: said.value.trim() };
  update((kept) => withNote(kept, note));
  reset();
});
document.querySelector(".notes")?.removeAttribute("hidden");
reset();
watch(show);
show();
