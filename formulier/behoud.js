// A file and what it should say → that file with only the difference changed: comments, order and
// the way of writing of all the rest stay. No library of forms does this; see docs/decisions/form.md.

import { isMap, isScalar, isSeq, parseDocument, stringify } from "yaml";

const WIDE = 100;

// What *text* says, as plain values: YAML 1.2, so a date and `ja` are text.
export function lees(text) {
  return parseDocument(text).toJS() ?? {};
}

// What stands behind the value at *path*, after its #.
export function opmerking(text, path) {
  return parseDocument(text).getIn(path, true)?.comment?.trim();
}

// *text* so changed that it says *value*.
export function schrijf(text, value) {
  const doc = parseDocument(text);
  if (!isMap(doc.contents)) return geheel(value);
  const edits = [];
  verschil(text, doc.contents, opgeschoond(value, doc.toJS()), edits);
  const made = edits
    .sort((a, b) => b.from - a.from)
    .reduce((so_far, e) => so_far.slice(0, e.from) + e.text + so_far.slice(e.to), text);
  return gelijk(lees(made), opgeschoond(value, doc.toJS())) ? made : hermaakt(text, value);
}

// The whole file anew, for what cannot be changed piece by piece; its comments stay where they can.
function hermaakt(text, value) {
  const doc = parseDocument(text);
  const wanted = opgeschoond(value, doc.toJS());
  for (const key of Object.keys(doc.toJS())) if (!(key in wanted)) doc.delete(key);
  for (const [key, part] of Object.entries(wanted)) {
    if (!gelijk(doc.toJS()[key], part)) doc.set(key, doc.createNode(part));
  }
  return doc.toString({ lineWidth: WIDE, flowCollectionPadding: false });
}

function geheel(value) {
  return stringify(opgeschoond(value, {}), { lineWidth: WIDE });
}

// *value* without what a form leaves for a field that nobody filled in.
function opgeschoond(value, old) {
  if (Array.isArray(value)) {
    return value.map((part, n) => opgeschoond(part, Array.isArray(old) ? old[n] : undefined));
  }
  if (value === null || typeof value !== "object") return als_eerst(value, old);
  const before = old !== null && typeof old === "object" && !Array.isArray(old) ? old : {};
  const kept = {};
  for (const [key, part] of Object.entries(value)) {
    const clean = opgeschoond(part, before[key]);
    const same = key in before && gelijk(before[key], clean);
    if (same || key === "waarde" || !leeg(clean)) kept[key] = kort(clean, before, key);
  }
  return kept;
}

// A figure of which nothing is said but its number is written as that number.
function kort(value, before, key) {
  const alone = value && typeof value === "object" && !Array.isArray(value);
  const only = alone && Object.keys(value).length === 1 && "waarde" in value;
  const was = before[key];
  return only && (was === null || typeof was !== "object") ? value.waarde : value;
}

// A number that a form made text of is a number again where it was one.
function als_eerst(value, old) {
  return typeof old === "number" && /^(0|[1-9][0-9]*)$/.test(value ?? "") ? Number(value) : value;
}

function leeg(value) {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function gelijk(a, b) {
  if (a === b) return true;
  if (!a || !b || typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => k in b && gelijk(a[k], b[k]));
}

// Collect the edits that make *node*, as it stands in *text*, say *value*.
function verschil(text, node, value, edits) {
  if (gelijk(waarde(node), value)) return;
  if (isMap(node) && value && typeof value === "object" && !Array.isArray(value)) {
    if (!node.flow) return inBlok(text, node, value, edits);
  } else if (isSeq(node) && !node.flow && Array.isArray(value)) {
    if (node.items.length === value.length) {
      node.items.forEach((item, n) => verschil(text, item, value[n], edits));
      return;
    }
  }
  edits.push(vervanging(text, node, value));
}

function waarde(node) {
  return isScalar(node) ? node.value : node.toJSON();
}

function inBlok(text, node, value, edits) {
  const indent = kolom(text, node.items[0].key.range[0]);
  const known = new Set();
  const before = edits.length;
  for (const { key, value: part } of node.items) {
    known.add(String(key.value));
    if (!(String(key.value) in value)) {
      if (text.slice(regelbegin(text, key.range[0]), key.range[0]).trim()) {
        edits.length = before;
        edits.push(vervanging(text, node, value)); // it stands behind the - of a list
        return;
      }
      const from = regelbegin(text, key.range[0]);
      edits.push({ from, to: regeleinde(text, einde(text, part, key)), text: "" });
    } else if (part === null || (isScalar(part) && part.range[0] === part.range[1])) {
      const wanted = value[String(key.value)];
      if (wanted === null) continue;
      const at = text.indexOf(":", key.range[1]) + 1;
      edits.push({ from: at, to: at, text: achter(wanted, indent) });
    } else {
      verschil(text, part, value[String(key.value)], edits);
    }
  }
  const added = Object.entries(value).filter(([key]) => !known.has(key));
  if (!added.length) return;
  const last = node.items.at(-1);
  const at = regeleinde(text, einde(text, last.value, last.key));
  const open = at > 0 && text[at - 1] !== "\n" ? "\n" : "";
  const pad = " ".repeat(indent);
  const lines = added.map(([k, v]) => `${pad}${stringify(k).trim()}:${achter(v, indent)}\n`);
  edits.push({ from: at, to: at, text: open + lines.join("") });
}

// What follows the colon of a key at *indent*.
function achter(value, indent) {
  if (value === null) return "";
  if (typeof value !== "object") return ` ${scalar(value, indent)}`;
  const pad = " ".repeat(indent + 2);
  const lines = stringify(value, { lineWidth: WIDE - indent }).trimEnd().split("\n");
  return lines.map((line) => `\n${line ? pad + line : ""}`).join("");
}

function scalar(value, indent) {
  const made = stringify(value, { lineWidth: WIDE - indent }).trimEnd();
  const block = made.startsWith(">") || made.startsWith("|"); // it springs in by itself
  return made.replaceAll("\n", `\n${" ".repeat(indent + (block ? 0 : 2))}`);
}

// The edit that puts *value* in the place of *node*.
function vervanging(text, node, value) {
  const [from, to] = node.range;
  const ends = text.slice(from, to).endsWith("\n") ? "\n" : "";
  if (value === null || typeof value !== "object") {
    return { from, to, text: scalar(value, inspringing(text, from)) + ends };
  }
  if (node.flow) {
    const style = { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false };
    return { from, to, text: stringify(value, style).trimEnd() + ends };
  }
  const nested = isMap(node) || isSeq(node);
  const column = nested ? kolom(text, from) : inspringing(text, from) + 2;
  const lines = stringify(value, { lineWidth: WIDE - column }).trimEnd().split("\n");
  const body = lines.join(`\n${" ".repeat(column)}`);
  return { from, to, text: (nested ? body : `\n${" ".repeat(column)}${body}`) + ends };
}

const regelbegin = (text, at) => text.lastIndexOf("\n", at - 1) + 1;
const kolom = (text, at) => at - regelbegin(text, at);
const inspringing = (text, at) => /^ */.exec(text.slice(regelbegin(text, at)))[0].length;

function einde(text, part, key) {
  const end = part?.range ? part.range[1] : key.range[1] + 1;
  return text[end - 1] === "\n" ? end - 1 : end;
}

function regeleinde(text, at) {
  const found = text.indexOf("\n", at);
  return found < 0 ? text.length : found + 1;
}
