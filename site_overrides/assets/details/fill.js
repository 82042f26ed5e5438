// @ts-check
// Puts what the reader has filled in into the words of the page. What is still open stays a link to its field.
import { label } from "../labels/labels.js";
import { language } from "./language.js";
import { namesOf } from "./names.js";
import { read, watch } from "./store.js";
import { chosen, inWords, telephone, valueOf } from "./values.js";
import { inputs } from "../facts/page.js";

/** @param {string} selector */
const asWritten = (selector) => [...document.querySelectorAll(selector)]
  .filter((element) => element instanceof HTMLAnchorElement)
  .map((element) => ({ element, words: element.textContent ?? "", href: element.getAttribute("href") ?? "" }));

const slots = asWritten(".slot");
const buttons = asWritten(".dial");

const fill = () => {
  const kept = read();
  for (const { element, words, href } of slots) {
    const { slot = "", type } = element.dataset;
    const typed = valueOf(kept, namesOf(element));
    const value = type === "choice" ? chosen(typed, inputs[slot]?.options) : inWords(typed, type, language);
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
