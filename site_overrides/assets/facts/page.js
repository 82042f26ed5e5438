// @ts-check
// What the page brings for scripts: its inputs, and the days that are to be worked out.

/** @typedef {{ readonly title: string, readonly after: string, readonly days: number, readonly hours?: import("../remind/day.js").Hours }} Reminder */

/** @type {{ inputs?: import("./facts.js").Inputs, reminders?: Readonly<Record<string, Reminder>> }} */
const data = JSON.parse(document.getElementById("script--data")?.textContent ?? "{}");

export const { inputs = {}, reminders = {} } = data;
