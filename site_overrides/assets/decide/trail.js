// @ts-check
// Where the reader has been, as values: nothing here knows a page, and nothing is ever changed in place.

/**
 * A step, and the answer given there; or `taken`: from an earlier answer, or from what the phone knows.
 * @typedef {{ readonly step: string, readonly answer: string, readonly taken?: "answer" | "phone", readonly there?: There }} Entry
 */
/**
 * Of a step on another page: its `page`, what it `asked`, to which steps the answer `leads`, and what that `sets`.
 * @typedef {{ readonly page: string, readonly asked: string, readonly leads: readonly string[], readonly sets: readonly (string | undefined)[] }} There
 */
/** @typedef {readonly Entry[]} Trail */
/** @typedef {(entry: Entry) => readonly string[]} Leads   the steps that an answer leads to */

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
 * The trail for a reader who was at `from` and is now at `to`, by answers that begin at `from`. An answer given anew
 * replaces the old one and all that came of it.
 * @param {Trail} trail @param {string} from @param {string} to @param {readonly Entry[]} given @returns {Trail}
 */
export const arrive = (trail, from, to, given) => {
  if (given[0]?.step === from) return goBackTo(Object.freeze([...goBackTo(trail, from), ...given]), to);
  if (to === from) return trail;
  return trail.some((entry) => entry.step === to) ? goBackTo(trail, to) : nothing;
};

/**
 * The step before: the one that the reader came from, or else the last one at which they answered.
 * @param {Trail} trail @param {unknown} from @returns {Entry | undefined}   none when it is the start
 */
export const before = (trail, from) => trail.find(({ step }) => step === from) ?? trail.filter(({ taken }) => !taken).at(-1);

/**
 * The trail in a saved state, if it still is a way to where the reader is, through this page and those `others`.
 * @param {unknown} saved @param {string} at @param {Leads} leads @param {readonly string[]} others @returns {Trail | undefined}
 */
export const restore = (saved, at, leads, others) => {
  const trail = /** @type {{ trail?: unknown } | null} */ (saved)?.trail;
  if (!Array.isArray(trail)) return undefined;
  const entries = trail.map((entry) => {
    const { step, answer, taken, there } = entry ?? {};
    return Object.freeze({
      step, answer,
      taken: taken === "answer" || taken === "phone" ? taken : undefined,
      there: others.includes(there?.page) && Array.isArray(there.leads) ? there : undefined,
    });
  });
  const whole = entries.every((entry, i) => typeof entry.step === "string" && typeof entry.answer === "string"
    && leads(entry).includes(entries[i + 1]?.step ?? at));
  return whole ? Object.freeze(entries) : undefined;
};
