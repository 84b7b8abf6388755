/* Search in the list on this page, which is the index: all words of the question must be found. */
"use strict";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const AROUND = 70; // characters of a text shown on each side of what was found
const [TITLE, BESIDE, TEXT] = [100, 20, 1]; // what a find is worth by where it stands,
const [EXACT, SAME, BEGIN, INSIDE] = [5, 4, 3, 1]; // and by how

// letters as they are compared: small, without accents
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A word without its plural: projecten → project, banen → ban ← baan, brieven → brief. */
function stem(word) {
  const bare = word.length > 3 ? word.replace(/(?:en|s|e)$/, "") : word;
  const last = { v: "f", z: "s" }[bare.at(-1)] ?? bare.at(-1);
  return (bare.slice(0, -1) + last).replace(/([a-z])\1/g, "$1");
}

/** The words of a text with where they stand. */
function words(text) {
  return Array.from(text.matchAll(WORD), ({ 0: word, index: start }) => {
    const folded = fold(word);
    return { folded, stem: stem(folded), start, end: start + word.length };
  });
}

/** How well *word* answers to *asked*; 0 is not at all. */
function likeness(word, asked) {
  if (word.folded === asked.folded) return EXACT;
  if (word.stem === asked.stem) return SAME;
  if (word.folded.startsWith(asked.folded)) return BEGIN;
  return asked.folded.length > 4 && word.folded.includes(asked.folded) ? INSIDE : 0;
}

const best = (text, asked) => Math.max(0, ...text.words.map((word) => likeness(word, asked)));
const read = (text) => ({ text, words: words(text) });

/** One line of the list: the element, and its texts as words. */
function entry(element) {
  const texts = element.querySelector("template")?.content.querySelectorAll("p") ?? [];
  return {
    element,
    title: read(element.querySelector("a").textContent),
    beside: read(element.querySelector("span").textContent),
    texts: Array.from(texts, (p) => read(p.textContent)),
  };
}

/** What *one* entry is worth for the whole question; 0 where a word of it is missing. */
function worth(one, question) {
  let sum = 0;
  for (const asked of question) {
    const texts = one.texts.map((text) => TEXT * best(text, asked));
    const found = [TITLE * best(one.title, asked), BESIDE * best(one.beside, asked), ...texts];
    if (!Math.max(...found)) return 0;
    sum += Math.max(...found);
  }
  return sum;
}

/** *text* from *from* to *until* as nodes, with what was asked for marked. */
function* marked({ text, words }, question, from = 0, until = text.length) {
  let at = from;
  for (const word of words.filter(({ start, end }) => start >= from && end <= until)) {
    if (!question.some((asked) => likeness(word, asked))) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(word.start, word.end);
    yield text.slice(at, word.start);
    yield mark;
    at = word.end;
  }
  yield text.slice(at, until);
}

/** The first words of a text that answer, with what stands around them; or nothing. */
function snippet(one, question) {
  const hits = question.flatMap((asked) =>
    one.texts.map((text) => [text, text.words.find((word) => likeness(word, asked))]),
  );
  const [text, hit] = hits.find(([, hit]) => hit) ?? [];
  if (!hit) return "";
  const from = text.words.find((word) => word.start >= hit.start - AROUND).start;
  const last = text.words.findLast((word) => word.end <= hit.end + AROUND);
  const [until, more] = last === text.words.at(-1) ? [text.text.length, ""] : [last.end, " …"];
  const line = document.createElement("p");
  line.append(from ? "… " : "", ...marked(text, question, from, until), more);
  return line;
}

/** A line of the answer. */
function line(one, question) {
  const [item, link, beside] = ["li", "a", "span"].map((tag) => document.createElement(tag));
  link.href = one.element.querySelector("a").getAttribute("href");
  link.append(...marked(one.title, question));
  beside.append(...marked(one.beside, question));
  item.append(link, " ", beside, snippet(one, question));
  return item;
}

const ids = ["zoek", "gevonden", "hulp", "uitkomst", "lijst"];
const part = Object.fromEntries(ids.map((id) => [id, document.getElementById(id)]));
const entries = Array.from(part.lijst.querySelectorAll("section li"), entry);
let waiting; // the search that comes when nobody types

/** Show the answer to what stands in the box, or the whole list where nothing does. */
function search() {
  clearTimeout(waiting);
  const asked = part.zoek.value.trim();
  const question = words(asked);
  const scored = entries.map((one) => ({ ...one, worth: worth(one, question) }));
  const found = scored.filter((one) => one.worth);
  found.sort((a, b) => b.worth - a.worth || a.title.words.length - b.title.words.length);
  part.uitkomst.replaceChildren(...found.map((one) => line(one, question)));
  part.uitkomst.hidden = !found.length;
  part.lijst.hidden = found.length > 0;
  part.hulp.hidden = !asked || found.length > 0;
  const said = part.gevonden.dataset[["geen", "een"][found.length] ?? "meer"];
  const filled = said.replace("{aantal}", found.length).replace("{vraag}", () => asked);
  part.gevonden.textContent = asked && filled;
  history.replaceState(null, "", asked ? `?q=${encodeURIComponent(asked)}` : location.pathname);
}

/** Enter goes to the answer, the arrows go through it, and Escape empties the box. */
function walk(event) {
  const stops = [part.zoek, ...part.uitkomst.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const there = { ArrowDown: stops[at + 1], ArrowUp: stops[at - 1] }[event.key];
  if (event.key === "Escape") {
    part.zoek.value = "";
    part.zoek.focus();
    search();
  } else if (event.key === "Enter" && !at) {
    event.preventDefault();
    search();
    part.uitkomst.querySelector("a")?.focus();
  } else if (there) {
    event.preventDefault();
    there.focus();
  }
}

part.zoek.parentElement.hidden = false;
part.zoek.value = new URLSearchParams(location.search).get("q") ?? "";
part.zoek.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 150); // screen readers tell the outcome, not each letter
});
document.querySelector("main").addEventListener("keydown", walk);
if (part.zoek.value) search();
