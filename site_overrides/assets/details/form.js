// @ts-check
// The fields on the page where readers fill them in. They are in no form, so nothing that is typed can be sent.
import { label } from "../labels/labels.js";
import { namesOf } from "./names.js";
import { chooseZone } from "./zones.js";
import { erase, read, state, update, watch } from "./store.js";
import { valueOf, withValue } from "./values.js";

/** @type {(HTMLInputElement | HTMLSelectElement)[]} */
const fields = [...document.querySelectorAll(".fields :is(input, select)")]
  .filter((each) => each instanceof HTMLInputElement || each instanceof HTMLSelectElement)
  .map((field) => "zone" in field.dataset ? chooseZone(field) : field);

/** @param {string} words */
const say = (words) => {
  const status = document.querySelector(".fields__state");
  if (status && status.textContent !== words) status.textContent = words;
};

/** Say how it is kept. */
const sayState = () => {
  const words = { kept: label("details", "kept"), "not-kept": label("details", "not-kept"), unreadable: label("details", "unreadable") };
  say(words[state()]);
};

/** @param {typeof fields[number]} field @param {string} value */
const showValue = (field, value) => {
  const isMissing = "zone" in field.dataset && field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value);
  if (isMissing) field.add(new Option(value, value)); // another browser’s name of a zone
  field.value = value;
};

const show = () => {
  const kept = read();
  for (const field of fields) {
    if (field !== document.activeElement) showValue(field, valueOf(kept, namesOf(field)));
  }
  sayState();
};

/** A link to a field, or to one by its old name, leads into it. */
const focusField = () => {
  const place = document.getElementById(location.hash.slice(1))?.closest(".field");
  /** @type {HTMLElement | null | undefined} */ (place?.querySelector("input, select"))?.focus();
};

for (const field of fields) {
  field.addEventListener("input", () => update((kept) => withValue(kept, namesOf(field), field.value)));
}
document.querySelector(".fields__erase")?.addEventListener("click", () => {
  erase();
  if (state() === "kept") say(label("details", "erased"));
});
document.querySelector(".fields")?.removeAttribute("hidden");
watch(show);
show();
addEventListener("hashchange", focusField);
focusField();
