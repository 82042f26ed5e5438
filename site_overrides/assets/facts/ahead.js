// @ts-check
// On the home page, for whoever has something filled in: below a way in, one past all that the phone knows, or the
// answers of the live question that it begins with.
import { label } from "../labels/labels.js";
import { want } from "./wanted.js";

for (const start of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".start[data-known]"))) {
  const link = document.createElement("a");
  const words = label("known", "skip");
  Object.assign(link, { href: start.href, className: "ahead", textContent: words });
  link.setAttribute("aria-label", `${words}: ${start.querySelector(".start__say")?.textContent ?? ""}`);
  link.addEventListener("click", () => want(link.href));
  start.after(link);
}
for (const answers of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".shortcuts"))) {
  document.querySelector(`.start[href$="#${answers.dataset.of}"]`)?.after(answers);
  answers.hidden = false;
}
