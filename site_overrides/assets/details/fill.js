// @ts-check
// Puts what the reader has filled in into the words of the page. What is still open stays a link to its field.
import { label } from "../labels/labels.js";
import { language } from "./language.js";
import { namesOf } from "./names.js";
import { read, watch } from "./store.js";
import { inWords, telephone, valueOf } from "./values.js";

/** @param {string} selector */
const asWritten = (selector) => [...document.querySelectorAll(selector)]
  .filter((element) => element instanceof HTMLAnchorElement)
  .map((element) => ({ element, words: element.textContent ?? "", href: element.getAttribute("href") ?? "" }));

const slots = asWritten(".slot");
const buttons = asWritten(".dial");

const fill = () => {
  const kept = read();
  for (const { element, words, href } of slots) {
    const value = inWords(valueOf(kept, namesOf(element)), element.dataset.type, language);
    element.textContent = value || words;
    element.className = value ? "filled" : "slot";
    if (value) element.removeAttribute("href");
    else element.setAttribute("href", href);
  }
  for (const { element, words, href } of buttons) {
    const typed = valueOf(kept, namesOf(element));
    const address = telephone(typed);
    element.textContent = address ? label("details", "dial", { number: typed.trim() }) : words;
    element.setAttribute("href", address ?? href);
  }
};

watch(fill);
fill();
if (document.querySelector("[data-notes]")) import("./known.js").catch(console.warn);
