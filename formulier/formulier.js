// What the form adds to Decap CMS: files that keep their comments, and a field for a figure.

import { lees, opmerking, schrijf } from "./behoud.js";
import { Verdelingen } from "./verdeling.js";

const { CMS, createClass, h } = window;
const BRON = "_bestand"; // where the text of the file as it was waits for what it becomes
const HEK = "---\n";

CMS.registerCustomFormat("monitor", "yaml", {
  fromFile: (text) => ({ ...lees(text), [BRON]: text }),
  toFile: ({ [BRON]: text = "", ...value }) => schrijf(text, value),
});

// Between two lines of --- what stands above a text, and then the text, which is kept to the letter.
CMS.registerCustomFormat("monitor-tekst", "md", {
  fromFile(text) {
    const end = text.startsWith(HEK) ? text.indexOf(`\n${HEK}`, HEK.length - 1) : -1;
    if (end < 0) return { body: text, [BRON]: "" };
    const above = text.slice(HEK.length, end + 1);
    return { ...lees(above), body: text.slice(end + 1 + HEK.length), [BRON]: above };
  },
  toFile({ [BRON]: above = "", body = "", ...value }) {
    return above ? HEK + schrijf(above, value) + HEK + body : body;
  },
});

const gewoon = (value) => value?.toJS?.() ?? value;
const getal = (text) => (/^(0|[1-9][0-9]{0,8})$/.test(text) ? Number(text) : text || null);
const getoond = (value) => (value === null || value === undefined ? "" : String(value));

// A number, n.v.t., or nothing; anything else is kept as it is typed, and refused when saved.
const Getal = createClass({
  isValid() {
    const value = gewoon(this.props.value);
    const nvt = this.props.field.get("nvt") && value === "n.v.t.";
    const bedrag = this.props.field.get("bedrag") && /^[0-9]{1,9}[,.][0-9]{2}$/.test(value);
    if (value === undefined || value === null || typeof value === "number" || nvt || bedrag) return true;
    return { error: { message: fout(this.props.field) } };
  },
  render() {
    return h("input", {
      id: this.props.forID,
      className: this.props.classNameWrapper,
      type: "text",
      value: getoond(gewoon(this.props.value)),
      onChange: (event) => this.props.onChange(getal(event.target.value.trim())),
      onFocus: this.props.setActiveStyle,
      onBlur: this.props.setInactiveStyle,
    });
  },
});

const fout = (field) =>
  `${field.get("label")}: schrijf een heel getal zonder punten${field.get("nvt") ? ", of n.v.t." : ""}.`;

// A figure: its number, and the words beside it. What else it says, such as its bron, is kept.
const Cijfer = createClass({
  getInitialState() {
    const { noot, toelichting } = this.cijfer();
    return { open: Boolean(noot || toelichting) };
  },
  cijfer() {
    const value = gewoon(this.props.value);
    return value !== null && typeof value === "object" ? value : { waarde: value };
  },
  isValid() {
    const { waarde, kwalificatie } = this.cijfer();
    if (typeof waarde === "string" && waarde !== "n.v.t.") {
      return { error: { message: `${this.props.field.get("label")}: schrijf een heel getal zonder punten, of n.v.t.` } };
    }
    if (kwalificatie && typeof waarde !== "number") {
      const message = `“${kwalificatie}” staat bij een cijfer zonder getal.`;
      return { error: { message } };
    }
    return true;
  },
  zet(part) {
    const said = Object.entries({ ...this.cijfer(), ...part });
    const kept = said.filter(([key, value]) => key === "waarde" || (value !== "" && value !== null));
    this.props.onChange({ waarde: null, ...Object.fromEntries(kept) });
  },
  veld(naam, label, soort, props, ...inside) {
    const id = props.id ?? `${this.props.forID}-${naam}`;
    return h("p", { className: "cijfer", key: naam }, h("label", { htmlFor: id }, label), h(soort, {
      id,
      value: getoond(this.cijfer()[naam]),
      onChange: (event) => this.zet({ [naam]: event.target.value }),
      ...props,
    }, ...inside));
  },
  // What stands behind the figure in its file, such as the last one and its goal.
  erachter() {
    const file = this.props.getEntry().getIn(["data", BRON]);
    const said = file && opmerking(file, ["cijfers", this.props.field.get("name")]);
    return said ? h("p", { className: "erachter", key: "erachter" }, said) : null;
  },
  render() {
    const number = { id: this.props.forID, type: "text", inputMode: "numeric", placeholder: "niet gemeld" };
    number.onChange = (event) => this.zet({ waarde: getal(event.target.value.trim()) });
    const words = this.props.field.get("kwalificaties").map((word) => h("option", { key: word, value: word }, word));
    const precies = h("option", { key: "", value: "" }, "nee, het is precies");
    return h("div", { className: this.props.classNameWrapper },
      h("div", { className: "naast" },
        this.veld("waarde", "Getal, of n.v.t.", "input", number),
        this.veld("kwalificatie", "Afgerond in de bron?", "select", {}, precies, ...words)),
      this.erachter(),
      h("details", { open: this.state.open },
        h("summary", {}, "Voetnoot of toelichting"),
        this.veld("noot", "Voetnoot", "input", { type: "text" }),
        this.veld("toelichting", "Toelichting", "textarea", { rows: 2 })));
  },
});

const Niets = () => null; // there is no preview: the site itself is that

// What Decap calls publishing is saving: the site changes when it is built.
const nl = structuredClone(CMS.getLocale("nl"));
Object.assign(nl.editor.editorToolbar, {
  publish: "Bewaren",
  publishNow: "Bewaar nu",
  publishing: "Bewaren…",
  published: "Bewaard",
  changesSaved: "Alles is bewaard",
  unsavedChanges: "Nog niet bewaard",
});
nl.app.header.content = "Overzicht";
nl.collection.sidebar.collections = "Kies";
nl.editor.editorControl.field.optional = "hoeft niet";
nl.editor.editorControlPane.widget.required = "%{fieldLabel}: vul dit in.";
nl.ui.toast.missingRequiredField = "Niet bewaard: bij een rood veld ontbreekt iets of klopt iets niet.";
nl.ui.toast.entrySaved = "Bewaard. Kijk na met: build.py check";
CMS.registerLocale("nl", nl);

CMS.registerWidget("getal", Getal, Niets);
CMS.registerWidget("cijfer", Cijfer, Niets);
CMS.registerWidget("verdelingen", Verdelingen, Niets);

// Who goes from file to file by address must not see the one in the fields of the other.
const bestand = (url) => /#\/collections\/.+\/entries\/.+/.exec(url)?.[0];
window.addEventListener("hashchange", ({ oldURL, newURL }) => {
  if (bestand(oldURL) && bestand(newURL)) window.location.reload();
});
CMS.init();
