// @ts-check
// A long list is on several pages. A link to an entry that is on another of them, such as one that somebody saved before
// the list was long, leads on to it. Which page has what is asked for only then.

const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-anchors]"));
const anchors = new URL(script.dataset.anchors ?? "", location.href);

/**
 * The page of a list that has an anchor; none where only its first page may have it.
 * @param {Record<string, string[]>} parts   from each page to the anchors on it
 * @param {string} wanted
 */
export const pageOf = (parts, wanted) => Object.keys(parts).find((page) => parts[page].includes(wanted));

const follow = async () => {
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (!wanted || document.getElementById(wanted)) return;
  const answer = await fetch(anchors);
  if (!answer.ok) return;
  const page = pageOf(await answer.json(), wanted);
  const there = new URL(page ? `../${page}/` : ".", anchors);
  there.search = location.search;
  there.hash = location.hash;
  if (there.pathname !== location.pathname) location.replace(there);
};

// Whatever goes wrong here, the page has the topics.
const quietly = () => void follow().catch(() => {});
addEventListener("hashchange", quietly);
quietly();
