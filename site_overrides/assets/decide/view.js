// @ts-check
// The page as the script sees it. Every branch is a link in the HTML already; here they are only found and described.

/** @typedef {import("./trail.js").Trail} Trail */
/** @typedef {import("./trail.js").Entry} Entry */

export const BRANCHES = ".answers li > a, .next a"; // some lead to another page

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement | null} */
const find = (selector, within = document) => within.querySelector(selector);

// Found once: to look for them at each tap would be to look through all steps.
const [back, byAddress, opening] = ["[data-back]", "#by-address", "h1"].map((selector) => find(selector));

/** @param {Node | null} node */
const text = (node) => node?.textContent?.trim() ?? "";

/** The id that an address names. @param {string} hash */
export const idIn = (hash) => {
  const id = hash.slice(1);
  try { return decodeURIComponent(id); } catch { return id; } // a broken escape names nothing
};

/** What an address means. @param {string} hash */
export const elementAt = (hash) => document.getElementById(idIn(hash));

/** The step that an address means, through an old name too. @param {string} hash @returns {HTMLElement | null} */
export const stepAt = (hash) => elementAt(hash)?.closest("section.step") ?? null;

/** @param {HTMLElement} step */
export const titleOf = (step) => text(find("h2", step));

/** @param {Element} link @returns {Entry | undefined} */
export const answerOf = (link) => {
  const step = link.matches(BRANCHES) && link.closest("section.step");
  return step ? { step: step.id, answer: text(link) } : undefined;
};

/** The links that give an answer. @param {Entry} entry */
const linksOf = ({ step, answer }) => {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (stepAt(`#${step}`)?.querySelectorAll(BRANCHES) ?? []);
  return [...links].filter((link) => text(link) === answer);
};

/** @type {import("./trail.js").Leads} */
export const leads = (entry) => entry.there?.leads ?? linksOf(entry).map(({ hash }) => hash.slice(1));

/** What an answer sets, as its links have it. @param {Entry} entry */
export const setsOf = (entry) => entry.there?.sets ?? linksOf(entry).map(({ dataset }) => dataset.sets);

/** Whether a later question may be decided by these answers. @param {Trail} trail */
export const isRemembered = (trail) => trail.some((entry) => setsOf(entry).some(Boolean));

/** The address of a step at which an answer was given. @param {Entry} entry */
export const addressOf = ({ step, there }) => (there ? `../${there.page}/` : "") + `#${step}`;

/** What a step asked at which an answer was given. @param {Entry} entry */
export const askedAt = ({ step, there }) => there?.asked ?? titleOf(/** @type {HTMLElement} */ (stepAt(`#${step}`)));

/** Whether a step depends on what is known. @param {HTMLElement} step */
export const isKnowing = (step) => Boolean(find("[data-when], [data-sets], [data-remind]", step));

/** @typedef {{ readonly top: number, readonly open: readonly boolean[] }} Place   how far down, and which details are open */

/** @param {HTMLElement} step */
const details = (step) => [...step.querySelectorAll("details")];

/** Where the reader is in a step. @param {HTMLElement} step @returns {Place} */
export const placeIn = (step) => ({ top: scrollY, open: details(step).map(({ open }) => open) });

/** Back to where the reader was in a step. @param {HTMLElement} step @param {Partial<Place> | undefined} place */
export const returnTo = (step, place) => {
  details(step).forEach((each, index) => { each.open = place?.open?.[index] === true; });
  const top = typeof place?.top === "number" ? place.top : 0;
  const scroll = () => scrollTo(0, top);
  scroll();
  addEventListener("load", scroll, { once: true }); // until then the browser goes to the step's top by itself
};

/** @type {HTMLElement | null} */
let shown = null;

/** Show this step alone, or the ways in. From now on that is said by classes. @param {HTMLElement | null} step */
export const showStep = (step) => {
  if (step && step === shown) return; // the tap has shown it
  const root = document.documentElement.classList;
  root.toggle("at-step", Boolean(step));
  root.toggle("at-live", Boolean(step && "live" in step.dataset));
  shown?.classList.remove("here");
  shown = step;
  shown?.classList.add("here");
  opening?.classList.toggle("unseen", Boolean(step)); // still read to those who listen
  byAddress?.remove();
};

/** @param {Entry | undefined} to   the step before, or the start */
export const showBack = (to) => {
  back?.setAttribute("href", to ? addressOf(to) : "#start");
  back?.removeAttribute("hidden");
};

/** @param {HTMLElement | null} step @param {string} title   the name of the page when it shows no step */
export const showTitle = (step, title) => {
  const site = find("meta[name=application-name]")?.getAttribute("content");
  document.title = step ? [titleOf(step), site].filter(Boolean).join(" – ") : title;
};

/** Put the reader, and whatever reads to them, on the heading of what is shown now. @param {HTMLElement | null} step */
export const focusHeading = (step) => {
  const heading = step ? find("h2", step) : find("h1");
  const more = step && (find(".say + h2", step) ? find(".say", step) : find(".step__left", step));
  if (!heading) return;
  if (more) heading.setAttribute("aria-describedby", (more.id ||= `${step.id}-more`)); // heard with it
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};
