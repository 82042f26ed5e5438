// @ts-check
// What the reader is told beside the step: the answers given, and that an address leads nowhere.
import { label } from "../labels/labels.js";
import { addressOf, askedAt } from "./view.js";

/** @typedef {import("./trail.js").Trail} Trail */

const [main, intro] = ["main", ".intro"].map((selector) => document.querySelector(selector));

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, string>} attributes @param {(Node | string)[]} children
 */
const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/** The answers given, each with a way to change it. @param {Trail} trail */
export const showTrail = (trail) => {
  main?.querySelector(":scope > .trail")?.remove();
  if (!trail.length) return;
  const stops = trail.map((entry) => {
    const { answer, taken } = entry;
    const asked = askedAt(entry);
    return make("li", {},
      make("span", {}, asked, " ", make("b", {}, answer), ...(taken ? [taken === "phone" ? label("known", "phone") : label("known", "answer")] : [])),
      make("a", { href: addressOf(entry), "aria-label": label("walk", "change-of", { question: asked }) }, label("walk", "change")));
  });
  main?.append(make("section", { class: "trail", "aria-labelledby": "trail" },
    make("h2", { id: "trail" }, label("walk", "trail")), make("ol", {}, ...stops)));
};

/** @param {boolean} lost   whether the address leads nowhere */
export const showNotice = (lost) => {
  intro?.querySelector(":scope > .notice")?.remove();
  if (lost) intro?.prepend(make("p", { class: "notice", role: "status" }, label("walk", "lost")));
};
