// Renews the page when there is a newer one, and shows over it what stands in the way of that.
"use strict";

const { versie: first, stijl: style } = document.currentScript.dataset;
const ownScript = document.querySelector("script[src]:not([data-versie])") !== null;
let version = first;
const panel = document.createElement("aside");
panel.id = "waw-voorbeeld";
panel.setAttribute("aria-label", "Voorbeeld");
panel.setAttribute("aria-live", "polite");

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function list(problems) {
  const items = document.createElement("ol");
  for (const problem of problems) {
    const item = document.createElement("li");
    item.append(
      element("code", `${problem.plaats}: ${problem.ernst}`),
      element("p", problem.melding, "waw-voorbeeld__melding"),
      element("p", problem.hint),
    );
    items.append(item);
  }
  return items;
}

function more(counted, problems) {
  const details = document.createElement("details");
  details.append(element("summary", counted), list(problems));
  return details;
}

function show(news) {
  panel.replaceChildren();
  panel.className = news.fouten.length || news.vastgelopen ? "waw-voorbeeld--fout" : "";
  if (news.vastgelopen) panel.append(element("h2", news.vastgelopen));
  if (news.fouten.length) {
    const shown = version ? "Hieronder staat nog de laatste goede versie." : "";
    panel.append(element("h2", `${news.geteld}. ${shown}`), list(news.fouten));
  }
  if (news.verder.length) panel.append(more(news.verder_geteld, news.verder));
  panel.hidden = !panel.hasChildNodes();
}

// A page is put in the place of the old one, which is sooner seen than a page that is loaded anew.
async function renew(news) {
  if (!version || ownScript || news.stijl !== style) return location.reload();
  const page = new DOMParser().parseFromString(await (await fetch(location)).text(), "text/html");
  document.title = page.title;
  document.body.className = page.body.className;
  document.body.replaceChildren(panel, ...page.body.childNodes);
  version = page.querySelector("script[data-versie]").dataset.versie;
}

async function hear(news) {
  if (news.versie !== version) await renew(news);
  show(news);
}

let heard = Promise.resolve();
const source = new EventSource("/_voorbeeld/nieuws");
source.addEventListener("message", ({ data }) => {
  heard = heard.then(() => hear(JSON.parse(data))).catch(() => location.reload());
});
source.addEventListener("error", () => {
  panel.replaceChildren(element("h2", "Het voorbeeld is gestopt. Start het opnieuw met: python build.py serve"));
  panel.className = "waw-voorbeeld--fout";
  panel.hidden = false;
});
document.addEventListener("DOMContentLoaded", () => document.body.prepend(panel));
