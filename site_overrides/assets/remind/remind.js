// @ts-check
// The day of a reminder, worked out on the device, and a button that makes an entry of a calendar of it.
import { label } from "../labels/labels.js";
import { valueOf } from "../details/values.js";
import { asUtc, dayOf, momentOf } from "../facts/clock.js";
import { inputs, reminders } from "../facts/page.js";
import { dayInWords, timeInWords } from "../facts/words.js";
import { firstTime } from "./day.js";
import { calendar } from "./ics.js";

/** @param {HTMLElement} place @param {string} words @param {(() => void) | undefined} act */
const show = (place, words, act) => {
  const title = place.querySelector(".remind__title");
  if (title && title.textContent !== words) title.textContent = words;
  const button = place.querySelector("button") ?? Object.assign(document.createElement("button"), {
    type: "button", className: "quiet", textContent: label("remind", "add"),
  });
  button.onclick = act ?? null;
  if (!act) button.remove();
  else if (!button.isConnected) place.append(button);
};

/** Hand a file to the device, without a request. @param {string} name @param {string} text */
const save = (name, text) => {
  const href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000); // some browsers read it only when the reader has agreed
};

/**
 * Show the day of a reminder as far as it is known.
 * @param {HTMLElement} place @param {import("../details/values.js").Kept} kept
 * @param {import("../facts/clock.js").Reading} now @param {string | undefined} zone
 */
export const remind = (place, kept, now, zone) => {
  const id = place.dataset.remind ?? "";
  const reminder = reminders[id];
  if (!reminder) return;
  const { title, after, days, hours } = reminder;
  const filledIn = valueOf(kept, [after, ...inputs[after]?.formerly ?? []]);
  const from = dayOf(filledIn);
  const time = from === undefined ? undefined : firstTime(from + days, hours, now);
  if (!time) return show(place, title, undefined);
  const { day, from: first, to: last } = time;
  const wholeDay = first === undefined || last === undefined;
  /** @param {number} minutes */
  const at = (minutes) => new Date(momentOf({ day, minutes }, zone));
  const [start, end] = wholeDay
    ? [day, day + 1].map((each) => new Date(asUtc({ day: each, minutes: 0 })))
    : [at(first), at(last)];
  const date = dayInWords(day, now.day);
  const words = wholeDay
    ? label("remind", "day", { title, day: date })
    : label("remind", "hours", { title, day: date, time: timeInWords({ day, minutes: first }, zone) });
  const make = () => {
    if (!start || !end) return;
    const uid = `${id}-${filledIn}@${location.host}`;
    save(`${id}.ics`, calendar({ uid, title, made: new Date(), start, end, wholeDay }));
  };
  show(place, words, day < now.day ? undefined : make);
};
