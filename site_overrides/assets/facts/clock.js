// @ts-check
// Days and times of day on a clock somewhere, as values. A day is a number: how many have gone by since 1970-01-01.

/** @typedef {{ readonly day: number, readonly minutes: number }} Reading   what a clock shows; minutes since midnight */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A zone of time that this browser knows; undefined, that of the device, for any other. @param {string} name */
export const zoneOf = (name) => {
  try {
    return name ? new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone : undefined;
  } catch {
    return undefined;
  }
};

/**
 * What the clock of a zone shows.
 * @param {number} moment   in milliseconds, as `Date.now()` has it @param {string | undefined} zone
 * @returns {Reading}
 */
export const read = (moment, zone) => {
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone, calendar: "gregory", numberingSystem: "latn", hourCycle: "h23",
    year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
  });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { day: Date.UTC(year, month - 1, day) / DAY, minutes: hour * 60 + minute };
};

/** The number of a day such as 2030-01-31; undefined for what is none. @param {string} text */
export const dayOf = (text) => {
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : NaN;
  const isDay = !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text); // not February 30
  return isDay ? moment / DAY : undefined;
};

/** The day of the week; Monday is 0. @param {number} day */
export const weekdayOf = (day) => (((day + 3) % 7) + 7) % 7;

/** A reading as a moment of UTC, to be written down. @param {Reading} reading */
export const asUtc = ({ day, minutes }) => day * DAY + minutes * MINUTE;

/**
 * The moment at which the clock of a zone shows this: the first, where it does twice, and where the clock leaps over
 * it, as long after the leap.
 * @param {Reading} reading @param {string | undefined} zone @returns {number}   in milliseconds
 */
export const momentOf = (reading, zone) => {
  const wanted = asUtc(reading);
  /** @param {number} near */
  const ahead = (near) => asUtc(read(near, zone)) - near;
  const candidates = [wanted - ahead(wanted - DAY), wanted - ahead(wanted + DAY)];
  return candidates.find((moment) => asUtc(read(moment, zone)) === wanted) ?? candidates[0] ?? wanted;
};
