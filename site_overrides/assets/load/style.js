// @ts-check

/**
 * Fetch the style of what a script makes.
 * @param {URL} address @returns {Promise<unknown>}   once it is there, or cannot be had: what has none would still do
 */
export const loadStyle = (address) => new Promise((resolve) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address.href;
  link.onload = link.onerror = resolve;
  document.head.append(link);
});
