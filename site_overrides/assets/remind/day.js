// @ts-check
// A day that is worked out, as values: nothing here knows a page or a device.
import { weekdayOf } from "../facts/clock.js";

/** @typedef {readonly (readonly (readonly [number, number])[])[]} Hours   of each day of the week the good minutes, both ends included */
/** @typedef {{ readonly day: number, readonly from?: number, readonly to?: number }} Time   `to` is the minute in which it ends */

/**
 * The first good hours from a day on that are not over yet; the whole day where no hours are given. Nothing where no
 * day has any.
 * @param {number} soonest @param {Hours | undefined} hours @param {import("../facts/clock.js").Reading} now
 * @returns {Time | undefined}
 */
export const firstTime = (soonest, hours, now) => {
  if (!hours) return { day: soonest };
  const start = Math.max(soonest, now.day);
  for (let day = start; day <= start + 7; day += 1) {
    const span = hours[weekdayOf(day)]?.find(([, last]) => day > now.day || last >= now.minutes);
    if (span) return { day, from: span[0], to: span[1] + 1 };
  }
  return undefined;
};
