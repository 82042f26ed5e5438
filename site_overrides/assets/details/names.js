// @ts-check

/** The input that an element is about: its id, then those that it had before. @param {HTMLElement} element */
export const namesOf = ({ dataset }) => [dataset.slot ?? "", ...(dataset.formerly?.split(" ") ?? [])];
