// @ts-check
// What a reader has filled in, as values: nothing here knows a page or a storage.

/** @typedef {{ readonly at: number, readonly day: string, readonly who: string, readonly said: string }} Note   `at`: when it was written */
/** @typedef {{ readonly values: Readonly<Record<string, string>>, readonly notes: readonly Note[] }} Kept   the values, by the id of their input */

/** @type {Kept} */
export const nothing = Object.freeze({ values: Object.freeze({}), notes: Object.freeze([]) });

/** @param {unknown} data @returns {data is Record<string, unknown>} */
const isRecord = (data) => typeof data === "object" && data !== null && !Array.isArray(data);

/** @param {unknown} data @returns {data is Note} */
const isNote = (data) => isRecord(data) && typeof data.at === "number"
  && [data.day, data.who, data.said].every((each) => typeof each === "string");

/**
 * What was kept as a text; undefined when that cannot be read.
 * @param {string | null} text @returns {Kept | undefined}
 */
export const parse = (text) => {
  if (text === null) return nothing;
  try {
    const { values, notes = [] } = JSON.parse(text);
    if (!isRecord(values) || !Object.values(values).every((value) => typeof value === "string")) return undefined;
    if (!Array.isArray(notes) || !notes.every(isNote)) return undefined;
    return { values: /** @type {Record<string, string>} */ (values), notes };
  } catch {
    return undefined;
  }
};

/**
 * The same with another value; an empty one is not kept.
 * @param {Kept} kept @param {readonly string[]} names   the input's id, and those that it had before
 * @param {string} value @returns {Kept}
 */
export const withValue = (kept, names, value) => {
  const others = Object.entries(kept.values).filter(([name]) => !names.includes(name));
  return { ...kept, values: Object.fromEntries(value.trim() ? [...others, [names[0] ?? "", value]] : others) };
};

/**
 * The value of an input, "" for none.
 * @param {Kept} kept @param {readonly string[]} names   the input's id, and those that it had before
 */
export const valueOf = (kept, names) => {
  const name = names.find((each) => Object.hasOwn(kept.values, each));
  return name === undefined ? "" : kept.values[name] ?? "";
};

/** The same with another note. @param {Kept} kept @param {Note} note @returns {Kept} */
export const withNote = (kept, note) => ({ ...kept, notes: [...kept.notes, note] });

/** The same without a note. @param {Kept} kept @param {number} at   when it was written @returns {Kept} */
export const withoutNote = (kept, at) => ({ ...kept, notes: kept.notes.filter((note) => note.at !== at) });

/**
 * A value as it reads in a sentence.
 * @param {string} value @param {string | undefined} type   `date` for a day such as 2030-01-31
 * @param {string} language
 */
export const inWords = (value, type, language) => {
  const day = type === "date" ? new Date(`${value}T00:00`) : undefined;
  if (!day || Number.isNaN(day.getTime())) return value.trim();
  return day.toLocaleDateString(language, { day: "numeric", month: "long" });
};

/**
 * The words of what was chosen, "" for what cannot be chosen.
 * @param {string} value @param {readonly (readonly [id: string, words: string])[]} [options]
 */
export const chosen = (value, options = []) => options.find(([id]) => id === value)?.[1] ?? "";

/** The address that calls a number; undefined when there is no number in what was typed. @param {string} typed */
export const telephone = (typed) => {
  const number = typed.replace(/\(0\)/g, "").replace(/[^\d+*#]/g, "");
  return /\d/.test(number) ? `tel:${encodeURIComponent(number).replace("%2B", "+")}` : undefined;
};
