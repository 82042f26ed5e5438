// @ts-check
// What a reader asked for on one page to be done on the next: to skip all that the phone knows, from a step on.

const key = `${new URL("../../", import.meta.url).pathname}skip-1`;

/** @param {string} address   of the step */
export const want = (address) => {
  try { sessionStorage.setItem(key, address); } catch { /* then the reader skips there */ }
};

/** Whether it is wanted at this address; only once. @param {string} address */
export const wanted = (address) => {
  try {
    const found = sessionStorage.getItem(key) === address;
    sessionStorage.removeItem(key);
    return found;
  } catch {
    return false;
  }
};
