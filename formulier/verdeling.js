// The field for breakdowns: per figure and dimensions a table with a number for each part.

const { createClass, h } = window;
const gewoon = (value) => value?.toJS?.() ?? value;
const getal = (text) => (/^(0|[1-9][0-9]{0,8})$/.test(text) ? Number(text) : text || null);

// The numbers of a breakdown, however deep they stand.
const getallen = (value) => (value && typeof value === "object" ? Object.values(value).flatMap(getallen) : [value]);

// *cijfers* with *value* at *path*; a part without a number goes where it may be left out.
function gezet(cijfers, [key, ...rest], value) {
  const { [key]: was, ...others } = cijfers ?? {};
  if (!rest.length && value === undefined) return others;
  return { ...cijfers, [key]: rest.length ? gezet(was, rest, value) : value };
}

export const Verdelingen = createClass({
  getInitialState: () => ({ indicator: "", een: "", twee: "" }),
  // Decap draws a field anew when its own value changes; the figure stands in another.
  componentDidMount() {
    window.addEventListener("input", this.opnieuw);
  },
  componentWillUnmount() {
    window.removeEventListener("input", this.opnieuw);
  },
  opnieuw() {
    this.forceUpdate();
  },
  waarde() {
    return gewoon(this.props.value) ?? [];
  },
  dimensies() {
    return gewoon(this.props.field.get("dimensies"));
  },
  indicatoren() {
    return gewoon(this.props.field.get("indicatoren"));
  },
  naam(verdeling, indicator) {
    const names = verdeling.naar.map((d) => this.dimensies()[d]?.label ?? d);
    return `${this.indicatoren()[indicator] ?? indicator} naar ${names.join(" en ").toLowerCase()}`;
  },
  // The parts of a dimension, and those that stand there besides.
  delen(dimensie, stands = {}) {
    const known = this.dimensies()[dimensie]?.delen ?? {};
    const others = Object.keys(stands).filter((deel) => !(deel in known));
    return { ...known, ...Object.fromEntries(others.map((deel) => [deel, { label: deel }])) };
  },
  isValid() {
    for (const verdeling of this.waarde()) {
      for (const [indicator, delen] of Object.entries(verdeling.cijfers)) {
        if (getallen(delen).every((n) => typeof n === "number")) continue;
        const message = `${this.naam(verdeling, indicator)}: vul bij elk deel een heel getal in. Is er niemand? Schrijf 0.`;
        return { error: { message } };
      }
    }
    return true;
  },
  zet(n, part) {
    this.props.onChange(this.waarde().map((one, at) => (at === n ? { ...one, ...part } : one)));
  },
  haalWeg(n, indicator) {
    const { [indicator]: _, ...cijfers } = this.waarde()[n].cijfers;
    if (Object.keys(cijfers).length) return this.zet(n, { cijfers });
    this.props.onChange(this.waarde().filter((_, at) => at !== n));
  },
  // A breakdown of which every part that must be there still waits for its number.
  voegToe() {
    const { indicator, een, twee } = this.state;
    const order = Object.keys(this.dimensies());
    const naar = [een, twee].filter(Boolean).sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const leeg = ([dimensie, ...rest]) =>
      Object.fromEntries(
        Object.entries(this.delen(dimensie))
          .filter(([, deel]) => deel.nodig)
          .map(([deel]) => [deel, rest.length ? leeg(rest) : null]),
      );
    const known = this.waarde().findIndex((one) => one.naar.join() === naar.join());
    const cijfers = { ...this.waarde()[known]?.cijfers, [indicator]: leeg(naar) };
    if (known < 0) this.props.onChange([...this.waarde(), { naar, cijfers }]);
    else this.zet(known, { cijfers });
    this.setState({ indicator: "", een: "", twee: "" });
  },
  vak(n, path, label, nodig) {
    const at = path.reduce((inside, key) => inside?.[key], this.waarde()[n].cijfers);
    const change = (event) => {
      const typed = getal(event.target.value.trim());
      const cijfers = gezet(this.waarde()[n].cijfers, path, typed === null && !nodig ? undefined : typed);
      this.zet(n, { cijfers });
    };
    return h("input", { type: "text", inputMode: "numeric", "aria-label": label, value: at ?? "", onChange: change });
  },
  rijen(n, indicator) {
    const { naar, cijfers } = this.waarde()[n];
    const tweede = naar[1] && this.delen(naar[1], Object.assign({}, ...Object.values(cijfers[indicator])));
    const rijen = Object.entries(this.delen(naar[0], cijfers[indicator]));
    const columns = tweede ? Object.entries(tweede) : [["", { label: "Aantal", nodig: true }]];
    const head = columns.map(([deel, { label }]) => h("th", { key: deel, scope: "col" }, label));
    return [
      h("thead", { key: "kop" }, h("tr", {}, h("td", {}), ...head)),
      h("tbody", { key: "rijen" }, ...rijen.map(([deel, een]) => h("tr", { key: deel },
        h("th", { scope: "row" }, een.label),
        ...columns.map(([other, twee]) => h("td", { key: other }, this.vak(
          n,
          [indicator, deel, ...(other ? [other] : [])],
          other ? `${een.label}, ${twee.label}` : een.label,
          een.nodig && twee.nodig,
        )))))),
    ];
  },
  samen(indicator, delen) {
    const sum = getallen(delen).reduce((so_far, n) => so_far + (typeof n === "number" ? n : 0), 0);
    const cijfer = gewoon(this.props.getEntry().getIn(["data", "cijfers", indicator]));
    const whole = cijfer?.waarde ?? (typeof cijfer === "object" ? undefined : cijfer);
    return `Samen ${sum}.${whole === undefined || whole === sum ? "" : ` Het cijfer zelf is ${whole}.`}`;
  },
  een(n, indicator) {
    const verdeling = this.waarde()[n];
    const note = `${this.props.forID}-${n}-${indicator}-toelichting`;
    return h("fieldset", { className: "verdeling", key: `${n}-${indicator}` },
      h("legend", {}, this.naam(verdeling, indicator)),
      h("table", {}, ...this.rijen(n, indicator)),
      h("p", { role: "status" }, this.samen(indicator, verdeling.cijfers[indicator])),
      h("p", { className: "cijfer" }, h("label", { htmlFor: note }, "Toelichting"), h("textarea", {
        id: note,
        rows: 2,
        value: verdeling.toelichting ?? "",
        onChange: (event) => this.zet(n, { toelichting: event.target.value }),
      })),
      h("button", { type: "button", onClick: () => this.haalWeg(n, indicator) }, "Haal deze verdeling weg"));
  },
  keuze(naam, label, names) {
    const id = `${this.props.forID}-${naam}`;
    const options = Object.entries({ "": "", ...names });
    return h("p", { className: "cijfer", key: naam }, h("label", { htmlFor: id }, label), h("select", {
      id,
      value: this.state[naam],
      onChange: (event) => this.setState({ [naam]: event.target.value }),
    }, ...options.map(([value, told]) => h("option", { key: value, value }, told))));
  },
  render() {
    const { indicator, een, twee } = this.state;
    const dimensies = Object.entries(this.dimensies()).map(([naam, { label }]) => [naam, label]);
    const others = dimensies.filter(([naam]) => naam !== een);
    const there = this.waarde().flatMap(({ cijfers }, n) => Object.keys(cijfers).map((i) => this.een(n, i)));
    return h("div", { className: this.props.classNameWrapper, id: this.props.forID },
      ...there,
      h("fieldset", { className: "verdeling" },
        h("legend", {}, "Een verdeling erbij"),
        h("div", { className: "naast" },
          this.keuze("indicator", "Wat u verdeelt", this.indicatoren()),
          this.keuze("een", "Naar", Object.fromEntries(dimensies)),
          this.keuze("twee", "En ook naar (hoeft niet)", Object.fromEntries(others))),
        h("button", { type: "button", disabled: !indicator || !een || een === twee, onClick: () => this.voegToe() }, "Voeg toe")));
  },
});
