// @ts-check
// Adds to a page that works without it. The browser goes from step to step by itself, since each answer is a link;
// this only keeps what was answered, in the history entry of each step, and shows it.
import { arrive, before, nothing, restore } from "./trail.js";
import * as view from "./view.js";

// What the pages of a guide hand to each other, where it has several.
const handover = document.body.dataset.pages ? await import("./handover.js") : undefined;

const title = document.title;
let { trail, here, given, moved } = await handover?.arrive() ?? { trail: nothing, here: "start", given: nothing, moved: false };
// `given` are the answers on the way to the next step.

/** One part that fails must not take the others along. @param {(() => void)[]} parts */
const each = (...parts) => parts.forEach((part) => {
  try { part(); } catch (error) { console.warn(error); }
});

// What few need comes when they need it.
const sharing = () => import("../share/share.js");
const knowing = () => import("../facts/known.js");
let told = false; // whether there ever were answers to show, or an address that leads nowhere
let live = false; // whether a step that is read while something goes on was ever shown
let known = false; // whether one that depends on what is known was
/** @type {typeof import("../facts/known.js") | undefined} */
let facts; // asked at once when it is there: a promise would let a frame come first

/** @template T @param {() => Promise<T>} load @param {(loaded: T) => void} [act] */
const later = (load, act) => load().then(act).catch(console.warn);

/** Go to a step, if the reader is still where the first answer was given. @param {import("./trail.js").Trail} answers @param {string} to */
const go = (answers, to) => {
  if (answers[0]?.step !== here) return;
  given = answers;
  if (!handover?.go(to, trail, here, given)) location.hash = to;
};

/**
 * Show the step at the address, and bring trail, bar, title and focus in line with it. What is read first is painted
 * first: the rest is done in the frame after.
 * @param {boolean} moved
 */
const follow = (moved) => {
  const { hash } = location;
  const step = view.stepAt(hash);
  const lost = hash.length > 1 && !view.elementAt(hash);
  if (lost && handover?.leadOn()) return;
  const to = step?.id ?? "start";
  const from = here;
  const saved = restore(history.state, to, view.leads, handover?.others ?? []);
  const answered = given[0]?.step === from;
  trail = saved ?? (step ? arrive(trail, from, to, given) : nothing);
  if (!saved) history.replaceState({ trail, ...(moved && { from, began: history.state?.began }) }, "");
  here = to;
  given = nothing;
  if (moved) scrollTo(0, 0); // before the step is shown: afterwards it would have to be laid out for this
  each(
    () => view.showStep(step),
    () => view.showBack(before(trail, history.state.from)),
    () => { if (step?.dataset.verdict === "write") later(sharing, ({ offerCopy }) => offerCopy(step.querySelector(".say blockquote"))); },
    () => {
      known ||= Boolean(step && view.isKnowing(step));
      if (facts) facts.follow(step, trail, go);
      else if (known) later(knowing, (loaded) => (facts = loaded).follow(step, trail, go));
    },
  );
  const rest = () => location.hash === hash && each( // or else the browser is on its way to another entry
    () => view.showTitle(step, title),
    () => {
      live ||= Boolean(step && "live" in step.dataset);
      if (live) later(() => import("../live/live.js"), (loaded) => loaded.follow(step, answered ? view.stepAt(`#${from}`) : null));
    },
    () => { if (moved) view.focusHeading(step); },
    () => {
      const back = () => { if (!moved && step && saved && here === to) view.returnTo(step, history.state.place); };
      back();
      told ||= lost || trail.length > 0;
      if (told) later(() => import("./told.js"), (loaded) => { loaded.showTrail(trail); loaded.showNotice(lost); back(); });
    },
  );
  if (moved) requestAnimationFrame(() => requestAnimationFrame(rest));
  else rest();
};

/** Keep where in its step the reader is, for the way back to this page. */
const keepPlace = () => {
  const step = view.stepAt(location.hash);
  if (step) history.replaceState({ ...history.state, place: view.placeIn(step) }, "");
};

history.scrollRestoration = "manual"; // a step is read from its top, also on the way back from the next
addEventListener("hashchange", () => follow(true));
document.addEventListener("submit", keepPlace);
document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // for another tab or window
  const target = event.target instanceof Element ? event.target : null;
  const button = /** @type {HTMLElement | null | undefined} */ (target?.closest("[data-share]"));
  if (button) later(sharing, ({ share }) => share(button));
  const link = target?.closest("a");
  if (!link) return;
  const answer = view.answerOf(link);
  given = answer ? [answer] : nothing;
  if (answer && view.isRemembered([...trail, answer])) {
    event.preventDefault(); // what the answers so far decide is not asked
    const to = link.hash.slice(1);
    knowing().then(({ passOver }) => passOver([...trail, answer], to, (more, end) => go([answer, ...more], end)))
      .catch(() => go([answer], to));
  }
  if (link.matches(".skip")) {
    event.preventDefault(); // the address is where the reader is: skipping must not change it
    view.focusHeading(view.stepAt(location.hash));
    scrollTo(0, 0);
  } else if (link.matches("[data-back]") && link.hash.slice(1) === history.state?.from) {
    event.preventDefault(); // the step before is also the entry before: step back instead of piling up history
    history.back();
  }
  if (event.defaultPrevented) return;
  if (link.getAttribute("href")?.startsWith("#")) {
    const next = view.stepAt(link.hash); // shown at once, a frame before the browser says that it went there
    if (next && !view.isKnowing(next)) view.showStep(next);
  } else if (!handover?.leave(link, trail, here, given)) keepPlace();
});
document.getElementById("menu")?.addEventListener("toggle", () => later(() => import("../menu/menu.js")), { once: true });
each(() => follow(moved));
