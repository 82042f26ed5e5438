// @ts-check
// Where the steps stand on several pages: what has been answered goes along from one to the next, and an address from
// before a step moved leads to where it is now. Without storage the answers so far stay behind.
import { nothing, restore } from "./trail.js";
import { askedAt, BRANCHES, idIn, isRemembered, leads, setsOf, stepAt } from "./view.js";

/** @typedef {import("./trail.js").Entry} Entry */
/** @typedef {import("./trail.js").Trail} Trail */

/** The name of the page at an address. @param {{ readonly pathname: string }} address */
const pageAt = ({ pathname }) => pathname.split("/").at(-2) ?? "";

const here = pageAt(location);
const key = `${location.pathname.replace(/[^/]+\/$/, "")}handover-1`;

/** The other pages with steps. */
export const others = (document.body.dataset.pages ?? "").split(" ").filter((page) => page !== here);

/** An answer as another page can understand it. @param {Entry} entry @returns {Entry} */
const told = (entry) => ({
  ...entry,
  there: entry.there ?? { page: here, asked: askedAt(entry), leads: leads(entry), sets: setsOf(entry) },
});

/** An answer as this page understands it. @param {Entry} entry @returns {Entry} */
const understood = (entry) => entry?.there?.page === here ? { ...entry, there: undefined } : entry;

/** When it began, if something does that is read while it goes on. @param {string} from @param {Trail} given */
const begun = (from, given) => {
  const step = stepAt(`#${from}`);
  if (step?.dataset.step === "outcome") return undefined; // what comes after an outcome has yet to begin
  return history.state?.began ?? (step && "live" in step.dataset && given.length ? Date.now() : undefined);
};

/**
 * Hand over where a link leads to another page with steps: a reader is at `from`, and has now `given` these answers.
 * @param {HTMLAnchorElement} link @param {Trail} trail @param {string} from @param {Trail} given
 * @returns {boolean}   whether it does
 */
export const leave = (link, trail, from, given) => {
  if (link.origin !== location.origin || !others.includes(pageAt(link))) return false;
  const handed = { to: link.href, trail: trail.map(told), from, given: given.map(told), began: begun(from, given) };
  try { sessionStorage.setItem(key, JSON.stringify(handed)); } catch { /* then they stay behind */ }
  return true;
};

/** Go to a step on another page, if it is there; as `leave` has it otherwise. @param {string} to @param {Trail} trail @param {string} from @param {Trail} given */
export const go = (to, trail, from, given) => {
  const link = linkTo(to);
  if (!link || !leave(link, trail, from, given)) return false;
  location.assign(link.href);
  return true;
};

/** A link that leads on to a step. @param {string} step */
const linkTo = (step) => {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(BRANCHES));
  return [...links].find(({ hash }) => hash === `#${step}`);
};

/** @typedef {{ trail: Trail, here: string, given: Trail, moved: boolean }} Handed   `given` are the answers that lead here */

/** What was handed over for this address, once; nothing where it is no way to here. @returns {Handed | undefined} */
const take = () => {
  try {
    const { to, trail, from, given, began } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    sessionStorage.removeItem(key);
    if (to !== location.href || history.state) return undefined; // a page that is shown again has its own
    const at = given.length ? stepAt(location.hash)?.id ?? "" : from;
    const whole = restore({ trail: [...trail, ...given].map(understood) }, at, leads, others);
    if (typeof from !== "string" || !whole) return undefined;
    if (typeof began === "number") history.replaceState({ began }, "");
    return { trail: trail.length ? whole.slice(0, trail.length) : nothing, here: from, given: whole.slice(trail.length), moved: true };
  } catch {
    return undefined;
  }
};

/** What was handed over, past each question that the answers so far decide. @returns {Promise<Handed | undefined>} */
export const arrive = async () => {
  const handed = take();
  const answers = handed ? [...handed.trail, ...handed.given] : nothing;
  if (!handed?.given.length || !isRemembered(answers)) return handed;
  try {
    const { passOver } = await import("../facts/known.js");
    const [more, to] = await new Promise((resolve) => passOver(answers, location.hash.slice(1), (...way) => resolve(way)));
    const given = [...handed.given, ...more];
    const link = more.length ? linkTo(to) : undefined;
    if (link && leave(link, handed.trail, handed.here, given)) {
      location.replace(link.href);
      return new Promise(() => {}); // this page is left
    }
    if (more.length) history.replaceState(history.state, "", `#${to}`);
    return { ...handed, given };
  } catch (error) {
    console.warn(error);
    return handed;
  }
};

/** Go where the address leads that names no step of this page, if that is another. */
export const leadOn = () => {
  const id = idIn(location.hash);
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".elsewhere a"));
  const found = [...links].flatMap((link) => (link.dataset.holds ?? "").split(" ").map((name) => ({ link, name })))
    .filter(({ name }) => name === id || (name.endsWith("-") && id.startsWith(name)))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (!found || !others.includes(pageAt(found.link))) return false;
  location.replace(found.link.pathname + location.hash);
  return true;
};
