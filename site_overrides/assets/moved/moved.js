// @ts-check
// A page that has moved leads on by itself, to the same section of the new page: a plain refresh would drop the section.

const link = /** @type {HTMLLinkElement} */ (document.head.querySelector('link[rel="next"]'));
const there = new URL(link.href);
there.hash = location.hash;
location.replace(there);
