// What the tests measure of a page in a browser. All sizes are CSS pixels of the window.
(() => {
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

  // --- Colours ---

  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();

  /** A computed colour as [red, green, blue, alpha]; null for no paint. */
  const rgba = (colour) => {
    if (colour === "none" || colour.startsWith("url")) return null;
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const hex = (c) => "#" + c.slice(0, 3).map((n) => Math.round(n).toString(16).padStart(2, "0")).join("");
  const fade = (c, opacity) => c && [c[0], c[1], c[2], c[3] * opacity];
  const over = (top, below) => [0, 1, 2].map((n) => top[n] * top[3] + below[n] * (1 - top[3])).concat(1);
  const channel = (n) => ((n /= 255) <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  /** Contrast as WCAG 2 defines it. */
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  const paper = (() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.backgroundColor = "Canvas";
    const colour = rgba(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return colour;
  })();

  const opacity = (element) => {
    let product = 1;
    for (let e = element; e; e = e.parentElement) product *= Number(getComputedStyle(e).opacity);
    return product;
  };

  /** The opaque colour that lies behind what is in *element*; null where that is a picture. */
  const ground = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (style.backgroundImage !== "none") return null;
      const colour = rgba(style.backgroundColor);
      layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduceRight((below, top) => over(top, below), paper);
  };

  // --- What is seen ---

  const forReadersOnly = (element) => element.closest(".waw-voorlezen, .nl-skip-link") !== null;
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0 && !forReadersOnly(element);
  };
  const SHAPES = "path, rect, circle, ellipse, line, polyline, polygon";
  const drawn = (svg) => svg.checkVisibility({ visibilityProperty: true }) && svg.getBoundingClientRect().width > 0;
  const charts = () => $$("svg[role=img]").filter(drawn);
  const ruled = (element) => element.closest(".waw-raster, defs, clipPath, mask") !== null;
  /** The light edge that sets a mark apart from what it crosses: a neighbour, and no mark itself. */
  const edging = (shape) => shape.element.matches(".waw-halo");
  const name = (element) => element.getAttribute("class") || element.tagName;
  const titled = (svg) => svg.querySelector("title")?.textContent ?? svg.getAttribute("class") ?? "svg";
  const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, 60);

  /** A shape as it is painted, and how to ask whether a point lies on it. */
  const layer = (element) => {
    const style = getComputedStyle(element);
    const all = opacity(element);
    const matrix = element.getScreenCTM();
    const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    const width = parseFloat(style.strokeWidth) || 0;
    const fill = fade(rgba(style.fill), all * Number(style.fillOpacity));
    const stroke = width ? fade(rgba(style.stroke), all * Number(style.strokeOpacity)) : null;
    const box = element.getBoundingClientRect();
    const reach = width * scale + 1;
    const back = matrix.inverse();
    const on = (x, y) => {
      if (x < box.left - reach || x > box.right + reach || y < box.top - reach || y > box.bottom + reach) return [];
      const point = new DOMPoint(x, y).matrixTransform(back);
      return [
        fill?.[3] && element.isPointInFill(point) ? fill : null,
        stroke?.[3] && element.isPointInStroke(point) ? stroke : null,
      ].filter(Boolean);
    };
    return { element, style, matrix, scale, width: width * scale, fill, stroke, box, on, painted: Boolean(fill?.[3] || stroke?.[3]) };
  };
  const layers = (svg) => $$(SHAPES, svg).filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest("defs, clipPath, mask")).map(layer);
  /** The colour at a point of a drawing. */
  const at = (x, y, shapes, below) =>
    shapes.reduce((colour, shape) => shape.on(x, y).reduce((c, paint) => over(paint, c), colour), below);

  // --- Contrast ---

  /** The words of a chart against what is drawn below them, or against their own halo. */
  const chartTexts = (svg) => {
    const shapes = layers(svg);
    const below = ground(svg) ?? paper;
    return $$("text", svg).filter(seen).flatMap((text) => {
      const style = getComputedStyle(text);
      const box = text.getBoundingClientRect();
      const before = shapes.filter((s) => s.element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING);
      const halo = style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) >= 3 ? rgba(style.stroke) : null;
      const fill = fade(rgba(style.fill), opacity(text) * Number(style.fillOpacity));
      let worst = null;
      for (let i = 0; i <= 10; i += 1) {
        for (const j of [0.3, 0.5, 0.7]) {
          const drawing = at(box.left + 1 + ((box.width - 2) * i) / 10, box.top + box.height * j, before, below);
          const behind = halo ? over(halo, drawing) : drawing;
          const ink = fill ? over(fill, behind) : behind;
          const ratio = contrast(ink, behind);
          if (!worst || ratio < worst.ratio) worst = { where: titled(svg), what: short(text.textContent), ink: hex(ink), behind: hex(behind), ratio, needed: 4.5 };
        }
      }
      return [worst];
    });
  };

  const large = (style) => {
    const size = parseFloat(style.fontSize);
    return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  };
  const written = (element) => [...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
  const added = (style) => /["']/.test(style.content) && /[^\s"'/]/.test(style.content);

  /** All words outside the charts, and what the stylesheet adds to them. */
  const pageTexts = () =>
    $$("body *").filter((e) => !e.closest("svg") && seen(e)).flatMap((element) => {
      const styles = ["::before", "::after"].map((pseudo) => getComputedStyle(element, pseudo)).filter(added);
      if (written(element)) styles.push(getComputedStyle(element));
      if (!styles.length) return [];
      const behind = ground(element);
      return styles.map((style) => {
        const about = { where: element.tagName.toLowerCase(), what: short(element.textContent), needed: large(style) ? 3 : 4.5 };
        if (!behind) return { ...about, ink: style.color, behind: "een afbeelding", ratio: 0 };
        const ink = over(fade(rgba(style.color), opacity(element)), behind);
        return { ...about, ink: hex(ink), behind: hex(behind), ratio: contrast(ink, behind) };
      });
    });

  /** Points just outside a shape, each with the side of the shape that it lies on. */
  const around = (shape) => {
    const { element, matrix, width } = shape;
    const length = element.getTotalLength();
    const points = [];
    for (let i = 0; i < 32; i += 1) {
      const here = (length * (i + 0.5)) / 32;
      const [a, b] = [here - length / 200, here + length / 200].map((d) => element.getPointAtLength(Math.min(Math.max(d, 0), length)).matrixTransform(matrix));
      const size = Math.hypot(b.x - a.x, b.y - a.y);
      if (!size) continue;
      const [nx, ny] = [(a.y - b.y) / size, (b.x - a.x) / size];
      for (const sign of [1, -1]) {
        const side = Math.abs(nx) > Math.abs(ny) ? (nx * sign > 0 ? "rechts" : "links") : ny * sign > 0 ? "onder" : "boven";
        const places = [1.5, 3, 5].map((d) => [(a.x + b.x) / 2 + sign * nx * (d + width / 2), (a.y + b.y) / 2 + sign * ny * (d + width / 2)]);
        if (!shape.on(...places[0]).length) points.push({ side, places });
      }
    }
    return points;
  };

  /** The contrast of a shape with what lies at most 5 px from a place on its edge; its own colour is no neighbour. */
  const beside = (shape, edge, { side, places }, others, below) => {
    const found = places.map(([x, y]) => at(x, y, others, below))
      .map((behind) => ({ behind, ratio: contrast(over(edge, behind), behind) }))
      .filter((p) => p.ratio > 1.02 || hex(p.behind) === hex(below));
    const neighbour = others.findLast((other) => other.on(...places[0]).length);
    return found.length ? [{ side, neighbour, ...found.reduce((best, p) => (p.ratio > best.ratio ? p : best)) }] : [];
  };
  const OPPOSITE = { links: "rechts", rechts: "links", boven: "onder", onder: "boven" };

  /**
   * Each mark of a drawing: half of its edge must stand out (so that a bar may lie against its
   * frame), and two marks that touch with a whole side must differ there.
   */
  const marks = (svg) => {
    const shapes = layers(svg).filter((s) => !ruled(s.element));
    const below = ground(svg) ?? paper;
    const seenAs = shapes.map((shape) => {
      const edge = shape.stroke?.[3] ? shape.stroke : shape.fill;
      const about = { where: titled(svg), what: name(shape.element), needed: 3 };
      if (!edge?.[3]) return { shape, merged: [], result: { ...about, ink: "geen", behind: hex(below), ratio: 0 } };
      const others = shapes.filter((s) => s !== shape);
      const edges = around(shape).flatMap((place) => beside(shape, edge, place, others, below)).sort((a, b) => b.ratio - a.ratio);
      const { behind, ratio } = edges[Math.floor((edges.length - 1) / 2)] ?? { behind: edge, ratio: 1 };
      const merged = Object.entries(Object.groupBy(edges, (e) => e.side))
        .filter(([, found]) => found.every((e) => e.ratio < 3 && e.neighbour)).map(([side, found]) => ({ side, ...found[0] }));
      return { shape, merged, result: { ...about, ink: hex(over(edge, behind)), behind: hex(behind), ratio } };
    });
    const touching = seenAs.flatMap(({ shape, merged, result }) =>
      merged.filter(({ side, neighbour }) => !edging(neighbour) && seenAs.find((o) => o.shape === neighbour).merged.some((m) => m.side === OPPOSITE[side] && m.neighbour === shape))
        .map(({ behind, ratio, neighbour }) => ({ ...result, what: `${result.what} tegen ${name(neighbour.element)}`, behind: hex(behind), ratio })));
    return [...seenAs.filter((s) => !edging(s.shape)).map((s) => s.result), ...touching];
  };

  /** What has too little contrast, and how much was looked at. */
  const lacking = () => {
    const all = [...pageTexts(), ...charts().flatMap(chartTexts), ...$$("svg").filter(drawn).flatMap(marks)];
    const said = all.filter((m) => m.ratio < m.needed)
      .map((m) => `${m.where}: ${m.what}: ${m.ink} op ${m.behind} is ${m.ratio.toFixed(2)}, niet ${m.needed}`);
    return { looked: all.length, found: [...new Set(said)] };
  };

  /** The kinds of marks of each chart: their grey, and what else tells them apart. */
  const kinds = () =>
    charts().map((svg) => {
      const below = ground(svg) ?? paper;
      const found = {};
      for (const s of layers(svg).filter((l) => !ruled(l.element) && !edging(l) && l.painted)) {
        const hollow = !s.fill?.[3] || contrast(over(s.fill, below), below) < 1.2;
        const ink = over(hollow ? s.stroke ?? s.fill : s.fill, below);
        const points = (s.element.getAttribute("d") ?? s.element.tagName).match(/[A-Za-z]/g).join("");
        const thick = s.fill?.[3] ? Math.min(s.box.width, s.box.height) : s.width;
        (found[name(s.element)] ??= []).push({ grey: luminance(ink), hollow, form: `${s.fill?.[3] ? "vlak" : "lijn"} ${points.length} ${s.style.strokeDasharray}`, thick });
      }
      return { title: titled(svg), kinds: found };
    });

  // --- Boxes ---

  const shared = (a, b) => [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
  /** Pairs that lie over each other: more than 1 px wide, and 30% of the lower one's height. */
  const overlapping = (items) => {
    const found = [];
    const sorted = items.sort((a, b) => a.box.top - b.box.top);
    sorted.forEach((one, n) => {
      for (let k = n + 1; k < sorted.length && sorted[k].box.top < one.box.bottom; k += 1) {
        const [wide, high] = shared(one.box, sorted[k].box);
        const enough = 0.3 * Math.min(one.box.bottom - one.box.top, sorted[k].box.bottom - sorted[k].box.top);
        if (wide > 1 && high > enough && one.owner !== sorted[k].owner) found.push(`“${one.text}” over “${sorted[k].text}”`);
      }
    });
    return found;
  };

  /** What is wrong with the words of the charts: over each other, outside, cut off or too small. */
  const chartBoxes = () =>
    charts().flatMap((svg) => {
      const sheet = svg.getBoundingClientRect();
      const items = $$("text", svg).filter(seen).map((e) => ({ owner: e, box: e.getBoundingClientRect(), text: short(e.textContent) }));
      const outside = items.filter(({ box }) => box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.top < sheet.top - 1 || box.bottom > sheet.bottom + 1);
      const small = items.filter(({ owner }) => parseFloat(getComputedStyle(owner).fontSize) * layerScale(owner) < 12);
      return [
        ...overlapping(items),
        ...outside.map((i) => `“${i.text}” steekt uit de grafiek`),
        ...items.filter((i) => /…|\.\.\.$/.test(i.owner.textContent)).map((i) => `“${i.text}” is afgekapt`),
        ...small.map((i) => `“${i.text}” is te klein`),
      ].map((what) => `${titled(svg)}: ${what}`);
    });
  const layerScale = (element) => Math.sqrt(Math.abs(element.getScreenCTM().a * element.getScreenCTM().d));

  const cutOff = (style) => ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
  const within = (box, frame) => ({ left: Math.max(box.left, frame.left), right: Math.min(box.right, frame.right), top: Math.max(box.top, frame.top), bottom: Math.min(box.bottom, frame.bottom) });
  /** What is wrong with the words of the page: wider than the window, cut off, over each other. */
  const pageBoxes = () => {
    const found = [];
    const wide = document.scrollingElement.scrollWidth;
    if (wide > window.innerWidth) found.push(`de pagina is ${wide} breed`);
    for (const e of $$("body *").filter((e) => !e.closest("svg") && seen(e) && cutOff(getComputedStyle(e)))) {
      if (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) found.push(`“${short(e.textContent)}” is afgekapt`);
    }
    const items = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (n) => (n.data.trim() && !n.parentElement.closest("svg") && seen(n.parentElement) ? 1 : 2));
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const range = document.createRange();
      range.selectNodeContents(node);
      const frames = [];
      for (let e = node.parentElement; e; e = e.parentElement) if (getComputedStyle(e).overflowX !== "visible") frames.push(e.getBoundingClientRect());
      for (const rect of range.getClientRects()) {
        // the letters themselves fill the middle of the box that a font asks for
        const ink = { left: rect.left, right: rect.right, top: rect.top + rect.height * 0.2, bottom: rect.bottom - rect.height * 0.2 };
        const box = frames.reduce(within, ink);
        if (box.right > box.left && box.bottom > box.top) items.push({ owner: node, box, text: short(node.data) });
        if (box.left < -1) found.push(`“${short(node.data)}” valt links van de pagina`);
      }
    }
    return [...found, ...overlapping(items)];
  };

  // --- Focus ---

  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  const focusable = () => $$(FOCUSABLE).filter((e) => e.checkVisibility({ visibilityProperty: true }));
  const look = (e) => {
    const s = getComputedStyle(e);
    return { outline: s.outlineStyle === "none" ? 0 : parseFloat(s.outlineWidth), colour: s.outlineColor, background: s.backgroundColor, offset: parseFloat(s.outlineOffset) };
  };
  /** Remember how everything looks without focus; gives how much can have it. */
  const beginWalk = () => {
    globalThis.walk = focusable().map((element) => ({ element, before: look(element) }));
    return globalThis.walk.length;
  };
  /** Where the focus is: its number in the order of the document, and whether that is to be seen. */
  const step = () => {
    const active = document.activeElement;
    const number = globalThis.walk.findIndex((w) => w.element === active);
    if (number < 0) return { number: active === document.body ? "einde" : active.outerHTML.slice(0, 80) };
    const now = look(active);
    const before = globalThis.walk[number].before;
    const behind = ground(active.parentElement) ?? paper;
    const ring = now.outline >= 2 && contrast(over(rgba(now.colour), behind), behind) >= 3;
    const filled = contrast(over(rgba(now.background), behind), over(rgba(before.background), behind)) >= 3;
    const box = [...active.getClientRects()][0];
    const middle = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, innerHeight) / 2);
    const inWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const covered = middle && !active.contains(middle) && !middle.contains(active);
    return { number, text: short(active.textContent), marked: (ring && before.outline < 2) || filled, visible: inWindow && !covered };
  };

  /** What can be pointed at and is smaller than 24 px, links in a running text left out. */
  const smallTargets = () =>
    focusable().filter((e) => seen(e) && !(getComputedStyle(e).display === "inline" && short(e.closest("p, li, dd, dt, td, th, caption, figcaption, h1, h2, h3, h4, h5, h6, blockquote")?.textContent ?? "") !== short(e.textContent)))
      .map((e) => ({ e, box: e.getBoundingClientRect() })).filter(({ box }) => box.width < 23.5 || box.height < 23.5)
      .map(({ e, box }) => `${e.tagName.toLowerCase()} “${short(e.textContent)}” is ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);

  globalThis.measure = { lacking, kinds, chartBoxes, pageBoxes, beginWalk, step, smallTargets, charts: () => charts().length };
})();
