// @ts-check

const { lang } = document.documentElement;

/** That in which days are written: as the reader's device does, if it speaks the language of the page. */
export const language = navigator.language.startsWith(lang) ? navigator.language : lang;
