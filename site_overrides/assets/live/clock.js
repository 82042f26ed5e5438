// @ts-check
// How long it has gone on, as values: nothing here knows a page.

/** @typedef {{ readonly minutes: number, readonly say: string }} Moment   what is said from a minute on */
/** @typedef {{ readonly minutes: number, readonly part: number, readonly say: string }} Reading */

const FORGOTTEN = 60; // minutes after which nobody is still at it

/**
 * The minutes since it began, how much that is of the way to the last moment, and what is said by now;
 * nothing before it began or when it was forgotten.
 * @param {readonly Moment[]} moments   in order @param {unknown} began @param {number} now   both in milliseconds
 * @returns {Reading | undefined}
 */
export const read = (moments, began, now) => {
  const gone = (now - Number(began ?? NaN)) / 60_000;
  if (!(gone >= 0 && gone < FORGOTTEN)) return undefined;
  const passed = moments.filter(({ minutes }) => minutes <= gone);
  const part = Math.min(1, gone / (moments.at(-1)?.minutes ?? Infinity));
  return Object.freeze({ minutes: Math.floor(gone), part, say: passed.at(-1)?.say ?? "" });
};
