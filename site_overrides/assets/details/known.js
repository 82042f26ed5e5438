// @ts-check
// The answer that the reader's notes give comes first, and says so. The reader still taps.
import { label } from "../labels/labels.js";
import { read, watch } from "./store.js";
import { isIn } from "./values.js";

const lists = [...new Set([...document.querySelectorAll("[data-notes]")].map((link) => link.closest("ul")))]
  .filter((list) => list !== null)
  .map((list) => ({ list, items: [...list.children] }));

const show = () => {
  const { length } = read().notes;
  for (const { list, items } of lists) {
    list.querySelectorAll(".known").forEach((hint) => hint.remove());
    const known = items.filter((item) => {
      const link = /** @type {HTMLElement | null} */ (item.querySelector("[data-notes]"));
      return length > 0 && link && isIn(length, link.dataset.notes ?? "");
    });
    for (const item of known) {
      item.prepend(Object.assign(document.createElement("span"), { className: "known", textContent: label("details", "from-notes") }));
    }
    list.append(...known, ...items.filter((item) => !known.includes(item)));
  }
};

watch(show);
show();
