// @ts-check
// Zones of time to choose from, where the browser has a list of them.
import { label } from "../labels/labels.js";

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

/**
 * A list in the place of a field; what stands for nothing in it is the zone of the device. Without one the field stays.
 * @template {HTMLInputElement | HTMLSelectElement} Field @param {Field} field @returns {Field | HTMLSelectElement}
 */
export const chooseZone = (field) => {
  if (!("supportedValuesOf" in Intl)) return Object.assign(field, { placeholder: timeZone });
  const list = document.createElement("select");
  for (const { name, value } of field.attributes) if (name !== "type") list.setAttribute(name, value);
  list.add(new Option(label("details", "zone", { zone: timeZone }), ""));
  for (const zone of Intl.supportedValuesOf("timeZone")) list.add(new Option(zone.replaceAll("_", " "), zone));
  field.replaceWith(list);
  return list;
};
