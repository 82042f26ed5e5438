// @ts-check
// Facts, days and times of day in the words of the reader's language.
import { language } from "../details/language.js";
import { label } from "../labels/labels.js";
import { asUtc, momentOf, read } from "./clock.js";

/** @typedef {import("./clock.js").Reading} Reading */

/**
 * A day, such as “Tuesday, November 24”; with its year where that is another than now.
 * @param {number} day @param {number} today
 */
export const dayInWords = (day, today) => {
  const [moment, now] = [day, today].map((each) => new Date(asUtc({ day: each, minutes: 0 })));
  const year = moment?.getUTCFullYear() === now?.getUTCFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(language, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year }).format(moment);
};

/**
 * A time of day on the clock of a zone; it says whose, where the device's own shows another then.
 * @param {Reading} reading @param {string | undefined} zone
 */
export const timeInWords = (reading, zone) => {
  const moment = momentOf(reading, zone);
  const elsewhere = asUtc(read(moment, undefined)) !== asUtc(read(moment, zone));
  const timeZoneName = elsewhere ? "longGeneric" : undefined;
  return new Intl.DateTimeFormat(language, { timeZone: zone, hour: "numeric", minute: "2-digit", timeZoneName }).format(moment);
};

/** @param {number} number @param {import("./facts.js").Input} input */
const valueInWords = (number, { type, options }) => {
  if (type === "choice") return options?.[number]?.[1] ?? "";
  if (type === "date") return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-number, "day");
  return number.toLocaleString(language);
};

/**
 * Why a condition holds: “day of purchase: 6 days ago”.
 * @param {readonly string[]} names   of the facts @param {import("./conditions.js").Facts} facts
 * @param {import("./facts.js").Inputs} inputs @param {Reading} clock @param {string | undefined} zone
 */
export const reasonInWords = (names, facts, inputs, clock, zone) => {
  const reasons = names.map((name) => {
    if (name === "notes") return label("known", "notes");
    if (name === "time") return timeInWords(clock, zone);
    if (name === "weekday") return new Intl.DateTimeFormat(language, { timeZone: "UTC", weekday: "long" }).format(asUtc(clock));
    const input = inputs[name];
    return input ? label("known", "fact", { name: input.ask, value: valueInWords(facts[name] ?? 0, input) }) : "";
  });
  return new Intl.ListFormat(language, { type: "unit" }).format(reasons.filter(Boolean));
};
