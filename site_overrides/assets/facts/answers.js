// @ts-check
// The answers of the page, and the one that is known: it comes first, and says why.
import { stepAt } from "../decide/view.js";
import { label } from "../labels/labels.js";

/** @typedef {import("./conditions.js").Condition} Condition */
/** @typedef {import("./conditions.js").Answer & { readonly link: HTMLAnchorElement }} Answer */

/** @param {HTMLElement} element @returns {Condition | undefined} */
export const conditionOf = ({ dataset }) => dataset.when === undefined ? undefined : JSON.parse(dataset.when);

/** What an answer sets, as its link has it. @param {string | undefined} sets @returns {import("./conditions.js").Facts} */
export const factsIn = (sets) => JSON.parse(sets ?? "{}");

/** The answers of a question; none of any other step. @param {string} id @returns {Answer[]} */
export const answersOf = (id) => {
  /** @type {NodeListOf<HTMLAnchorElement> | undefined} */
  const links = stepAt(`#${id}`)?.querySelectorAll(".answers li > a");
  return [...links ?? []].map((link) => ({
    link, when: conditionOf(link), sets: factsIn(link.dataset.sets), say: link.textContent?.trim() ?? "", to: link.hash.slice(1),
  }));
};

/** @type {WeakMap<Element, Element[]>} */
const written = new WeakMap(); // the answers of a list in the order of the content

/** Bring one answer to the top, or none. @param {HTMLElement} step @param {HTMLElement | undefined} link @param {string} why */
export const putFirst = (step, link, why) => {
  const list = step.querySelector(".answers ul");
  if (!list) return;
  const items = written.get(list) ?? [...list.children];
  written.set(list, items);
  const first = link?.closest("li");
  const order = first ? [first, ...items.filter((item) => item !== first)] : items;
  if (order.some((item, index) => item !== list.children[index])) list.append(...order); // else what has the focus keeps it
  const reason = list.querySelector(".known") ?? Object.assign(document.createElement("span"), { id: `${step.id}--known`, className: "known" });
  list.querySelector("[aria-describedby]")?.removeAttribute("aria-describedby");
  if (!first || !link) return reason.remove();
  if (reason.textContent !== why) reason.textContent = why;
  if (reason.parentElement !== first) first.prepend(reason);
  link.setAttribute("aria-describedby", reason.id);
};

/** A button below the first answer that does what the reader’s answers would do, or none. @param {HTMLElement} step @param {(() => void) | undefined} act */
export const offerSkipping = (step, act) => {
  const button = /** @type {HTMLButtonElement | null} */ (step.querySelector(".skip-known")) ?? document.createElement("button");
  Object.assign(button, { type: "button", className: "quiet skip-known", textContent: label("known", "skip"), onclick: act ?? null });
  const first = step.querySelector(".answers li");
  if (!act) button.remove();
  else if (button.parentElement !== first) first?.append(button);
};
