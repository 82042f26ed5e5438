// @ts-check
// A link to an entry opens it. The theme opens only what is folded around the place that a link leads to.

const open = () => {
  const entry = document.getElementById(location.hash.slice(1))?.closest(".entry");
  entry?.querySelector("details")?.setAttribute("open", "");
};

addEventListener("hashchange", open);
open();
