// @ts-check
import { label } from "../labels/labels.js";
import { loadStyle } from "../load/style.js";

// The bar that offers a newer version. It comes last in the page and sticks to the bottom, so nothing else moves.

/** @param {string} words @param {() => void} act */
const button = (words, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
};

/** @type {Promise<unknown> | undefined} */
let styled;

/** Offer it, unless that is being done already. @param {() => void} show   what to do when the reader wants it */
export const offer = async (show) => {
  if (styled) return;
  styled = loadStyle(new URL("./offer.css", import.meta.url));
  await styled;
  const bar = document.createElement("aside");
  bar.className = "offer";
  bar.setAttribute("aria-label", label("offer", "name"));
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  bar.append(words, button(label("offer", "show"), () => { bar.remove(); show(); }), button(label("offer", "later"), () => bar.remove()));
  // The decision page has a bar of its own at the bottom: stay above it.
  const below = document.querySelector(".bar");
  if (below) below.before(bar);
  else document.body.append(bar);
  if (below) new ResizeObserver(() => bar.style.setProperty("--below", `${below.getBoundingClientRect().height}px`)).observe(below);
  // A screen reader tells what changes in a place that it knows already.
  requestAnimationFrame(() => { words.textContent = label("offer", "ready"); });
};
