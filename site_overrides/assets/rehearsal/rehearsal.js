// @ts-check
// The device plays the other side: the reader says the words that are shown, hears a reply, and goes on.
import { label } from "../labels/labels.js";
import { choose, localVoice } from "./turns.js";

const area = document.querySelector(".rehearsal");
const turns = /** @type {HTMLElement[]} */ ([...area?.querySelectorAll(".turn") ?? []]);
const heard = area?.querySelector(".heard");
const button = area?.querySelector("button");
const aloud = area?.querySelector("label");
const speech = "speechSynthesis" in window ? speechSynthesis : undefined;
/** @type {Map<HTMLElement, number>} */
const last = new Map();

const voice = () => localVoice(speech?.getVoices() ?? [], document.documentElement.lang);

/** @param {string} words */
const say = (words) => {
  const found = voice();
  if (!speech || !found || !aloud?.querySelector("input")?.checked) return;
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = found;
  utterance.lang = found.lang;
  speech.cancel();
  speech.speak(utterance);
};

/** @param {string} words   of the button @param {() => void} act */
const offer = (words, act) => {
  if (!button) return;
  button.textContent = words;
  button.onclick = act;
};

/** @param {HTMLElement} turn */
const hear = (turn) => {
  const replies = /** @type {HTMLAnchorElement[]} */ ([...turn.querySelectorAll(".turn__heard")]);
  const chosen = choose(replies.length, last.get(turn), Math.random());
  const reply = replies[chosen];
  last.set(turn, chosen);
  if (!reply || !heard) return;
  heard.textContent = reply.textContent;
  say(reply.textContent ?? "");
  offer(label("rehearsal", "next"), () => go(reply));
};

/** @param {HTMLAnchorElement} link   to another turn */
const go = ({ hash }) => show(document.getElementById(hash.slice(1)));

/** @param {HTMLElement | null | undefined} turn */
const show = (turn) => {
  if (!turn) return;
  for (const each of turns) each.hidden = each !== turn;
  if (heard) heard.textContent = "";
  speech?.cancel();
  /** @type {HTMLAnchorElement | null} */
  const on = turn.querySelector(".turn__on");
  if (on) offer(label("rehearsal", "next"), () => go(on));
  else if (turn.querySelector(".turn__heard")) offer(label("rehearsal", "said"), () => hear(turn));
  else offer(label("rehearsal", "again"), () => show(turns[0]));
  turn.tabIndex = -1;
  if (area?.contains(document.activeElement)) turn.focus({ preventScroll: true }); // read to those who listen
};

const offerVoice = () => { if (aloud) aloud.hidden = !voice(); };

speech?.addEventListener("voiceschanged", offerVoice);
addEventListener("pagehide", () => speech?.cancel());
offerVoice();
show(turns[0]);
area?.removeAttribute("hidden");
