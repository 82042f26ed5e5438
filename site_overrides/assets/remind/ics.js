// @ts-check
// A calendar with one entry, as RFC 5545 has it.

/**
 * @typedef {object} Event
 * @property {string} uid
 * @property {string} title
 * @property {Date} made
 * @property {Date} start
 * @property {Date} end   the first moment, or day, after it
 * @property {boolean} wholeDay   then of `start` and `end` the day of UTC counts
 */

const LONGEST = 75; // bytes in a line

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

/** A line in parts that are short enough; none is cut within a character. @param {string} line */
const folded = (line) => {
  const lines = [""];
  let bytes = 0;
  for (const character of line) {
    const { length } = new TextEncoder().encode(character);
    if (bytes + length > LONGEST) {
      lines.push("");
      bytes = 1; // the space before what goes on
    }
    lines[lines.length - 1] += character;
    bytes += length;
  }
  return lines.join("\r\n ");
};

/** @param {Date} moment */
const inUtc = (moment) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** @param {string} name @param {Date} moment @param {boolean} wholeDay */
const at = (name, moment, wholeDay) =>
  wholeDay ? `${name};VALUE=DATE:${inUtc(moment).slice(0, 8)}` : `${name}:${inUtc(moment)}`;

/** An entry that leaves the time free for others, and rings at its start if it has an hour. @param {Event} event */
export const calendar = ({ uid, title, made, start, end, wholeDay }) => {
  const alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(title)}`, "TRIGGER:PT0S", "END:VALARM"];
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//answertree//EN", "BEGIN:VEVENT",
    `UID:${escaped(uid)}`, `DTSTAMP:${inUtc(made)}`, at("DTSTART", start, wholeDay), at("DTEND", end, wholeDay),
    `SUMMARY:${escaped(title)}`, "TRANSP:TRANSPARENT", ...(wholeDay ? [] : alarm), "END:VEVENT", "END:VCALENDAR", "",
  ];
  return lines.map(folded).join("\r\n");
};
