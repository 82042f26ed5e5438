// @ts-check
// Conditions on facts, as values: nothing here knows a page or a clock. What they mean is in the generator's `facts`.

/** @typedef {Readonly<Record<string, readonly (readonly [number, number])[]>>} Condition   spans, both ends included, by the name of a fact */
/** @typedef {Readonly<Record<string, number>>} Facts   what is known; what is not is not there */
/** @typedef {{ readonly when: Condition | undefined, readonly sets: Facts, readonly say: string, readonly to: string }} Answer */
/** @typedef {{ readonly entries: readonly { step: string, answer: string }[], readonly to: string }} Way */

/**
 * Whether a condition holds; undefined when what is known does not say.
 * @param {Condition} when @param {Facts} facts @returns {boolean | undefined}
 */
export const holds = (when, facts) => {
  let known = true;
  for (const [name, spans] of Object.entries(when)) {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact === undefined) known = false;
    else if (!spans.some(([low, high]) => low <= fact && fact <= high)) return false;
  }
  return known || undefined;
};

/**
 * The one answer that is known to be right, if there is one.
 * @template {Answer} A @param {readonly A[]} answers @param {Facts} facts @returns {A | undefined}
 */
export const rightOf = (answers, facts) => {
  const right = answers.filter(({ when }) => when && holds(when, facts));
  return right.length === 1 ? right[0] : undefined;
};

/**
 * The answers that are known from a step on, and the step to which they lead: a question that is open, or no question.
 * @param {string} from @param {(step: string) => readonly Answer[]} answersOf   none of what is no question
 * @param {Facts} facts @returns {Way}
 */
export const knownWay = (from, answersOf, facts) => {
  /** @type {{ step: string, answer: string }[]} */
  const entries = [];
  let [to, known] = [from, facts];
  for (;;) {
    const right = rightOf(answersOf(to), known);
    if (!right || entries.some(({ step }) => step === to)) return { entries, to };
    entries.push({ step: to, answer: right.say });
    [to, known] = [right.to, { ...known, ...right.sets }];
  }
};

/** The times of day, in minutes, at which a condition may begin or cease to hold. @param {Condition} when */
export const turnsOf = (when) => (when.time ?? []).flatMap(([low, high]) => [low, high + 1]);
