// @ts-check
// While something goes on: the screen stays awake, and a quiet clock counts from the reader's first reply.
import { label } from "../labels/labels.js";
import { loadStyle } from "../load/style.js";
import { read } from "./clock.js";
import { keepAwake } from "./wake_lock.js";

/** @typedef {HTMLElement | null} Step */

/** @type {HTMLElement[]} */
const items = [...document.querySelectorAll("#clock > li")].filter((item) => item instanceof HTMLElement);
const moments = items.map(({ dataset, textContent }) => ({ minutes: Number(dataset.minutes), say: textContent ?? "" }));
const clock = document.createElement("p");
const words = document.createElement("span");
/** @type {number | undefined} */
let began;
/** @type {ReturnType<typeof setInterval> | undefined} */
let ticking;

/** @param {Step} step */
const isLive = (step) => Boolean(step && "live" in step.dataset);

/** When it began, for a reader who is at a live step and came by an answer of `from`. @param {Step} from */
const beginning = (from) => {
  if (from?.dataset.step === "outcome") return undefined; // what comes after an outcome has yet to begin
  const saved = history.state?.began;
  return typeof saved === "number" ? saved : began ?? (isLive(from) ? Date.now() : undefined);
};

const show = () => {
  const reading = read(moments, began, Date.now());
  clock.hidden = !reading;
  if (!reading) return;
  const { minutes, part, say } = reading;
  words.textContent = label("walk", "minutes", { minutes: String(minutes) });
  clock.style.setProperty("--part", `${part * 100}%`);
  if (say === (clock.dataset.say ?? "")) return;
  clock.dataset.say = say;
  const status = document.querySelector("[role=status].unseen");
  if (status) status.textContent = say;
};

/** Keep up with the step that is shown. @param {Step} step @param {Step} from   the step whose answer led to it */
export const follow = (step, from) => {
  const live = isLive(step);
  keepAwake(live);
  began = live ? beginning(from) : undefined;
  if (live) history.replaceState({ ...history.state, began }, "");
  clearInterval(ticking);
  if (began && moments.length) ticking = setInterval(show, 1000);
  show();
};

clock.className = "clock";
clock.setAttribute("aria-hidden", "true");
clock.append(words);
for (const { minutes } of moments) {
  const mark = document.createElement("i");
  mark.style.setProperty("--at", `${(minutes / (moments.at(-1)?.minutes ?? 1)) * 100}%`);
  clock.append(mark);
}
loadStyle(new URL("./live.css", import.meta.url)).then(() => document.querySelector(".bar .out")?.before(clock));
