// @ts-check
// What is known of a reader, as values: from what was filled in, from the answers on the way, and from a clock.
import { valueOf } from "../details/values.js";
import { dayOf, weekdayOf } from "./clock.js";

/** @typedef {import("./conditions.js").Facts} Facts */
/**
 * @typedef {object} Input
 * @property {string} ask
 * @property {string} type
 * @property {readonly (readonly [id: string, words: string])[]} [options]
 * @property {number} [from]
 * @property {number} [to]
 * @property {readonly string[]} [formerly]
 */
/** @typedef {Readonly<Record<string, Input>>} Inputs */
/** @typedef {import("../details/values.js").Kept} Kept */

const FURTHEST = 1_000_000; // what is open at one end ends here, as in the generator's `facts`

/** @param {Input} input @param {string} value @param {number} today @returns {number | undefined} */
const factOf = ({ type, options = [], from = -FURTHEST, to = FURTHEST }, value, today) => {
  if (type === "choice") {
    const index = options.findIndex(([id]) => id === value);
    return index < 0 ? undefined : index;
  }
  if (type === "date") {
    const day = dayOf(value);
    return day === undefined ? undefined : Math.max(-FURTHEST, Math.min(today - day, FURTHEST));
  }
  const number = type === "number" && /^-?\d+$/.test(value.trim()) ? Number(value) : NaN;
  return number >= from && number <= to ? number : undefined;
};

/**
 * Everything that is known. A day is how many days ago it is, a choice which of its options; what was answered on the
 * way outdoes what was filled in.
 * @param {Inputs} inputs @param {Kept} kept @param {Facts} answered @param {import("./clock.js").Reading} clock
 * @returns {Facts}
 */
export const factsOf = (inputs, kept, answered, clock) => {
  const filledIn = Object.entries(inputs).map(([name, input]) =>
    [name, factOf(input, valueOf(kept, [name, ...input.formerly ?? []]), clock.day)]);
  const known = filledIn.filter(([, fact]) => fact !== undefined);
  const notes = kept.notes.length ? { notes: Math.min(kept.notes.length, FURTHEST) } : {};
  return { ...Object.fromEntries(known), ...answered, ...notes, weekday: weekdayOf(clock.day), time: clock.minutes };
};

/** What was filled in as the zone of time; "" for nothing. @param {Inputs} inputs @param {Kept} kept */
export const zoneIn = (inputs, kept) => {
  const found = Object.entries(inputs).find(([, { type }]) => type === "zone");
  return found ? valueOf(kept, [found[0], ...found[1].formerly ?? []]).trim() : "";
};
