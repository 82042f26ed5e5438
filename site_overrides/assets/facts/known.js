// @ts-check
// In the step that is shown: the answer that is known comes first, what stands under a condition is shown or hidden,
// and days are worked out. All of it anew when the clock or what was filled in has changed.
import { setsOf } from "../decide/view.js";
import { read as kept, watch } from "../details/store.js";
import { loadStyle } from "../load/style.js";
import { answersOf, conditionOf, factsIn, offerSkipping, putFirst } from "./answers.js";
import { momentOf, read, zoneOf } from "./clock.js";
import { holds, knownWay, rightOf, turnsOf } from "./conditions.js";
import { factsOf, zoneIn } from "./facts.js";
import { inputs, reminders } from "./page.js";
import { wanted } from "./wanted.js";
import { reasonInWords } from "./words.js";

/** @typedef {import("../decide/trail.js").Entry} Entry */
/** @typedef {import("../decide/trail.js").Trail} Trail */
/** @typedef {(entries: readonly Entry[], to: string) => void} Go   goes to a step, by answers */

const MIDNIGHT = 24 * 60;
const LEAST_WAIT = 1000; // milliseconds
const MOST_WAIT = 2 ** 31 - 1; // browsers take more for none

/** What the answers on the way say. @param {Trail} trail @returns {import("./conditions.js").Facts} */
const answered = (trail) =>
  Object.assign({}, ...trail.flatMap(setsOf).map(factsIn));

/** What is known now, and by which clock. @param {Trail} trail */
const know = (trail) => {
  const details = kept();
  const zone = zoneOf(zoneIn(inputs, details));
  const clock = read(Date.now(), zone);
  return { details, zone, clock, facts: factsOf(inputs, details, answered(trail), clock) };
};

/**
 * Go to where an answer leads, past each question that the answers so far decide.
 * @param {Trail} trail @param {string} to @param {Go} go
 */
export const passOver = (trail, to, go) => {
  const way = knownWay(to, answersOf, answered(trail));
  go(way.entries.map((entry) => ({ ...entry, taken: "answer" })), way.to);
};

/** Go to the first step that is not known. @param {HTMLElement} step @param {Trail} trail @param {Go} go */
const skip = (step, trail, go) => {
  const way = knownWay(step.id, answersOf, know(trail).facts);
  go(way.entries.map((entry) => ({ ...entry, taken: "phone" })), way.to);
};

/** @param {HTMLElement} element   which stands under a condition @param {import("./conditions.js").Facts} facts */
const showIf = (element, facts) => {
  const is = holds(conditionOf(element) ?? {}, facts);
  element.hidden = is === false;
  const condition = /** @type {HTMLElement | null} */ (element.querySelector(".when"));
  if (condition) condition.hidden = is === true;
};

/** When something may change: at midnight, and at times of day. @param {HTMLElement} step */
const turnsIn = (step) => {
  /** @type {NodeListOf<HTMLElement>} */
  const places = step.querySelectorAll("[data-when], [data-remind]");
  return [MIDNIGHT, ...[...places].flatMap((place) => {
    const hours = reminders[place.dataset.remind ?? ""]?.hours ?? [];
    return [...turnsOf(conditionOf(place) ?? {}), ...hours.flat().map(([, last]) => last + 1)];
  })];
};

/** @type {(() => void) | undefined} */
let showAgain;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {HTMLElement} step @param {Trail} trail @param {Go} go */
const show = (step, trail, go) => {
  const { details, zone, clock, facts } = know(trail);
  const right = rightOf(answersOf(step.id), facts);
  putFirst(step, right?.link, right ? reasonInWords(Object.keys(right.when ?? {}), facts, inputs, clock, zone) : "");
  offerSkipping(step, right && (() => skip(step, trail, go)));
  /** @type {NodeListOf<HTMLElement>} */
  const conditional = step.querySelectorAll("[data-when]:not(a)");
  conditional.forEach((element) => showIf(element, facts));
  /** @type {HTMLElement | null} */
  const place = step.querySelector("[data-remind]");
  if (place) import("../remind/remind.js").then(({ remind }) => remind(place, details, clock, zone)).catch(console.warn);
  const next = Math.min(...turnsIn(step).filter((minutes) => minutes > clock.minutes));
  const wait = momentOf({ day: clock.day, minutes: next }, zone) - Date.now();
  clearTimeout(timer);
  timer = setTimeout(() => showAgain?.(), Math.min(Math.max(wait, LEAST_WAIT), MOST_WAIT));
};

/** Keep up with the step that is shown. @param {HTMLElement | null} step @param {Trail} trail @param {Go} go */
export const follow = (step, trail, go) => {
  clearTimeout(timer);
  showAgain = step ? () => show(step, trail, go) : undefined;
  showAgain?.();
  if (step && wanted(location.href)) skip(step, trail, go);
};

loadStyle(new URL("./facts.css", import.meta.url));
watch(() => showAgain?.());
document.addEventListener("visibilitychange", () => showAgain?.());
