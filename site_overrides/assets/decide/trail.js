// @ts-check
// Where the reader has been, as values: nothing here knows a page, and nothing is ever changed in place.

/** @typedef {{ readonly step: string, readonly answer: string }} Entry   a step, and the answer given there */
/** @typedef {readonly Entry[]} Trail */
/** @typedef {(step: string, answer: string) => readonly string[]} Leads   the steps that an answer leads to */

/** @type {Trail} */
export const nothing = Object.freeze([]);

/**
 * The trail as it was when the reader came to this step.
 * @param {Trail} trail @param {string} step @returns {Trail}
 */
export const goBackTo = (trail, step) => {
  const at = trail.findIndex((entry) => entry.step === step);
  return at < 0 ? trail : Object.freeze(trail.slice(0, at));
};

/**
 * The trail after one more answer. An answer given anew replaces the old one and all that came of it.
 * @param {Trail} trail @param {string} step @param {string} answer @returns {Trail}
 */
export const advance = (trail, step, answer) =>
  Object.freeze([...goBackTo(trail, step), Object.freeze({ step, answer })]);

/**
 * The trail for a reader who was at `from` and is now at `to`.
 * @param {Trail} trail @param {string} from @param {string} to @param {string | undefined} answer @returns {Trail}
 */
export const arrive = (trail, from, to, answer) => {
  if (answer !== undefined) return goBackTo(advance(trail, from, answer), to);
  if (to === from) return trail;
  return trail.some((entry) => entry.step === to) ? goBackTo(trail, to) : nothing;
};

/**
 * The trail in a saved state, if it still is a way through this page to where the reader is.
 * @param {unknown} saved @param {string} at @param {Leads} leads @returns {Trail | undefined}
 */
export const restore = (saved, at, leads) => {
  const trail = /** @type {{ trail?: unknown } | null} */ (saved)?.trail;
  if (!Array.isArray(trail)) return undefined;
  const whole = trail.every((entry, i) => typeof entry?.step === "string" && typeof entry.answer === "string"
    && leads(entry.step, entry.answer).includes(trail[i + 1]?.step ?? at));
  return whole ? Object.freeze(trail.map(({ step, answer }) => Object.freeze({ step, answer }))) : undefined;
};
