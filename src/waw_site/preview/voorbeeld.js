// Reloads the page when there is a newer one, and shows over it what stands in the way of that.
"use strict";

const version = document.currentScript.dataset.versie;
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

const source = new EventSource("/_voorbeeld/nieuws");
source.addEventListener("message", ({ data }) => {
  const news = JSON.parse(data);
  if (news.versie === version) show(news);
  else location.reload();
});
source.addEventListener("error", () => {
  panel.replaceChildren(element("h2", "Het voorbeeld is gestopt. Start het opnieuw met: python build.py serve"));
  panel.className = "waw-voorbeeld--fout";
  panel.hidden = false;
});
document.addEventListener("DOMContentLoaded", () => document.body.prepend(panel));
