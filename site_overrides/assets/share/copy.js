// @ts-check
// On a page with the words of all steps: those to write can be copied.
import { offerCopy } from "./share.js";

document.querySelectorAll("[data-copy] blockquote").forEach(offerCopy);
// Here those who listen are told that it is done.
document.body.append(Object.assign(document.createElement("p"), { className: "unseen", role: "status" }));
