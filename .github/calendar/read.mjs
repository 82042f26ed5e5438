// What a calendar on the standard input says, as JSON: its one entry, in the terms of ical.js.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf-8")));
const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
const moment = (time) => time.isDate ? time.toString() : time.toJSDate().toISOString();
const alarms = event.component.getAllSubcomponents("valarm").map((alarm) => alarm.getFirstPropertyValue("trigger").toString());

console.log(JSON.stringify({
  uid: event.uid, title: event.summary, start: moment(event.startDate), end: moment(event.endDate), alarms,
}));
