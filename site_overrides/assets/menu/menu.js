// @ts-check
// The theme opens its menu by a label, which no keyboard reaches: here a button takes the label's place.

const label = document.querySelector(".md-header label.menu");
const drawer = document.getElementById("__drawer");

if (label && drawer instanceof HTMLInputElement) {
  const button = document.createElement("button");
  const tell = () => button.setAttribute("aria-expanded", String(drawer.checked));
  button.type = "button";
  button.className = label.className;
  button.append(...label.childNodes);
  button.addEventListener("click", () => drawer.click());
  drawer.addEventListener("change", tell);
  tell();
  label.replaceWith(button);
}
