// @ts-check
// The theme opens its menu by a label, which no keyboard reaches: here a button takes the label's place.

const label = document.querySelector(".md-header label.menu");
const drawer = document.getElementById("__drawer");

if (label && drawer instanceof HTMLInputElement) {
  /** @type {NodeListOf<HTMLElement>} */
  const covered = document.querySelectorAll(
    ".md-skip, .md-header__inner > :not(.menu), .md-content, .md-sidebar--secondary, .foot");
  const button = document.createElement("button");
  const follow = () => {
    button.setAttribute("aria-expanded", String(drawer.checked));
    for (const element of covered) element.inert = drawer.checked; // what the menu covers is out of reach
  };
  const shut = () => {
    if (!drawer.checked) return;
    drawer.click();
    button.focus();
  };
  button.type = "button";
  button.className = label.className;
  button.append(...label.childNodes);
  button.addEventListener("click", () => drawer.click());
  drawer.addEventListener("change", follow);
  addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });
  // Where there is room for the menu beside the text, nothing is covered.
  matchMedia("(min-width: 76.25em)").addEventListener("change", shut);
  label.replaceWith(button);
  follow();
}
