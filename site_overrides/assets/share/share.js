// @ts-check
// Hands things on: the address of a step by the sheet of the device, or that and words to write by the clipboard.
import { label } from "../labels/labels.js";

/**
 * Say on a button, and to those who listen, how it went. After a while it has its own words again.
 * @param {HTMLElement} button @param {string} message
 */
const say = (button, message) => {
  const words = button.querySelector("span") ?? button;
  const status = document.querySelector("[role=status].unseen");
  const name = (button.dataset.name ??= words.textContent ?? "");
  words.textContent = message;
  if (status) status.textContent = message;
  setTimeout(() => {
    words.textContent = name;
    if (status) status.textContent = "";
  }, 2500);
};

/** @param {HTMLElement} button @param {string} text @param {string} done @param {string} failed */
const copy = (button, text, done, failed) => {
  const copied = navigator.clipboard?.writeText(text) ?? Promise.reject();
  return copied.then(() => say(button, done), () => say(button, failed));
};

/** Hand the address of this page on. @param {HTMLElement} button */
export const share = async (button) => {
  const url = location.href;
  try {
    if ("share" in navigator) return await navigator.share({ title: document.title, url });
  } catch (error) {
    if (/** @type {Error} */ (error).name === "AbortError") return; // the reader closed the sheet
  }
  await copy(button, url, label("walk", "copied"), label("walk", "not-copied"));
};

/** A button below words that copies them. @param {Element | null} words */
export const offerCopy = (words) => {
  if (!words || !navigator.clipboard || words.nextElementSibling?.matches(".copy")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = label("copy", "copy");
  button.addEventListener("click", () =>
    copy(button, plain(words), label("copy", "copied"), label("copy", "not-copied")));
  words.after(button);
};

/** The words as text; what the reader has yet to fill in stands in brackets. @param {Element} words */
const plain = (words) => [...words.children].map((part) => {
  const copied = /** @type {HTMLElement} */ (part.cloneNode(true));
  for (const slot of copied.querySelectorAll(".slot")) slot.textContent = `[${slot.textContent}]`;
  return copied.textContent?.trim();
}).join("\n\n");
