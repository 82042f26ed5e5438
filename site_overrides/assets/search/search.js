// @ts-check
// The decision page has no search of its own: its form leads here. Whoever shuts the search without having found
// anything goes back to where they were.

const toggle = document.getElementById("__search");
const asked = new URLSearchParams(location.search).has("q");
const fromHere = document.referrer.startsWith(`${location.origin}/`);
let chosen = false;

if (asked && fromHere && toggle instanceof HTMLInputElement) {
  addEventListener("click", ({ target }) => {
    chosen ||= target instanceof Element && Boolean(target.closest("a"));
  }, { capture: true });
  toggle.addEventListener("change", () => {
    if (!toggle.checked && !chosen) history.back();
  });
}
