// @ts-check
// The words of the interface: the page brings those that its scripts need, so that no script holds any.

/** @type {Record<string, Record<string, string>>} */
const labels = JSON.parse(document.getElementById("labels")?.textContent ?? "{}");

/**
 * A label with its values filled in. One that is missing shows its name rather than stop the script.
 * @param {string} group @param {string} key @param {Record<string, string>} [values]
 */
export const label = (group, key, values = {}) =>
  (labels[group]?.[key] ?? key).replace(/\{([a-z]+)\}/g, (whole, name) => values[name] ?? whole);
