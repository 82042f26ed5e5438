// @ts-check
// What is heard in a rehearsal, as values: nothing here knows a page or a voice.

/**
 * One of the replies, by chance, and not that of the last time.
 * @param {number} count   how many there are @param {number | undefined} last   the last one
 * @param {number} chance   from 0 up to 1
 */
export const choose = (count, last, chance) => {
  if (last === undefined || count < 2) return Math.floor(chance * count);
  const other = Math.floor(chance * (count - 1));
  return other < last ? other : other + 1;
};

/**
 * A voice on the device itself that speaks a language: other voices would send the words away.
 * @template {{ readonly localService: boolean, readonly lang: string }} Voice
 * @param {readonly Voice[]} voices @param {string} language
 */
export const localVoice = (voices, language) => voices.find((voice) =>
  voice.localService && voice.lang.toLowerCase().startsWith(language.toLowerCase()));
