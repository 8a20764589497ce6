const root = document.documentElement;
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);
const colour = (name) => getComputedStyle(root).getPropertyValue("--" + name).trim();

/** The colours of the page's style, as they are now. */
function palette() {
  return {
    surface: colour("surface"),
    ink: colour("ink"),
    muted: colour("muted"),
    line: colour("line"),
    series: [colour("series-1"), colour("series-2"), colour("series-3")],
    faint: colour("faint"),
    shade: colour("shade"),
    ramp: [0, 1, 2, 3].map((step) => colour("ramp-" + step)),
  };
}

const font = getComputedStyle(document.body).fontFamily;
const start = rightToLeft ? "right" : "left";
const end = rightToLeft ? "left" : "right";

/** The legend, and bars that stand beside each other, are laid out from the left; the first is to be read first. */
const inReading = (list) => (rightToLeft ? [...list].reverse() : list);

/** What all charts have in common. Texts are set by DOM, never as HTML: names may hold anything. */
function common(paint) {
  return {
    animation: false,
    backgroundColor: paint.surface,
    color: paint.series,
    textStyle: { fontFamily: font, color: paint.ink },
    tooltip: {
      confine: true,
      backgroundColor: paint.surface,
      borderColor: paint.line,
      textStyle: { color: paint.ink, fontFamily: font, fontSize: 13 },
    },
    legend: {
      top: 0,
      [start]: 0,
      align: start,
      itemWidth: 30,
      textStyle: { color: paint.ink, fontFamily: font, fontSize: 13 },
    },
  };
}

/** Bars of a second meaning are hatched, so that no colour is needed to tell them apart. */
function hatched(paint, at) {
  if (at === 0) {
    return {};
  }
  return {
    decal: {
      symbol: "rect",
      color: paint.surface + "b0",
      dashArrayX: [1, 0],
      dashArrayY: [2, 5],
      rotation: ((at % 2 ? 1 : -1) * Math.PI) / 4,
    },
  };
}

/** An axis of figures or of names; its title stands above it where it is upright and below it where it lies. */
function axis(paint, upright, title, more) {
  return Object.assign(
    {
      name: title,
      nameLocation: !upright ? "middle" : more.inverse ? "start" : "end",
      nameGap: upright ? 14 : 32,
      nameTextStyle: { color: paint.muted, fontFamily: font, fontSize: 12, align: upright ? start : "center" },
      axisLine: { show: true, lineStyle: { color: paint.line } },
      axisTick: { lineStyle: { color: paint.line } },
      splitLine: { lineStyle: { color: paint.line, opacity: 0.6 } },
    },
    upright ? { position: start } : {},
    more,
    { axisLabel: Object.assign({ color: paint.ink, fontFamily: font, hideOverlap: true }, more.axisLabel) },
  );
}

const reading = (unit) => (value) => short[unit](value);

/** About how wide words are, in pixels. */
const wide = (words, size) => words.length * size * 0.62;

/** Into how many parts a lying axis is split, so that labels about as wide as one keep apart. */
const splits = (label, width) => Math.max(1, Math.min(5, Math.floor(width / (wide(label, 12) + 40))));

/** Shows as many labels of an axis as stand beside each other without touching, the last not beyond the edge. */
function spaced(labels, width) {
  const widest = Math.max(...labels.map((label) => wide(label, 12))) + 14;
  const place = Math.max(1, width) / labels.length;
  const step = Math.ceil(widest / place);
  return (index) => index % step === 0 && (step === 1 || (labels.length - index) * place > widest / 2);
}

/** The room around a chart; legend and title of the upright axis stand in it. */
const room = (names, width) => ({
  top: names.length === 0 ? 34 : 38 + 24 * Math.ceil(names.reduce((sum, name) => sum + 50 + wide(name, 13), 0) / width),
  bottom: 34,
  [start]: 8,
  [end]: 22,
  containLabel: true,
});

/** A line across a chart, with what it says. */
function across(paint, mark, lying) {
  return {
    silent: true,
    symbol: "none",
    data: [{ [lying ? "xAxis" : "yAxis"]: mark.at }],
    lineStyle: { color: paint.ink, type: "solid", width: 1.5 },
    label: {
      formatter: mark.name,
      position: lying ? "start" : "insideEndTop",
      color: paint.ink,
      fontFamily: font,
      textBorderColor: paint.surface,
      textBorderWidth: 3,
    },
  };
}

/** A heading and pairs of a name and a figure, as elements. */
function tip(heading, pairs) {
  const box = document.createElement("div");
  box.className = "tip";
  box.dir = root.dir;
  const add = (kind, text) => {
    const element = document.createElement(kind);
    element.textContent = text;
    box.append(element);
  };
  add("b", heading);
  for (const [name, figure] of pairs) {
    add("span", name);
    add("span", figure);
  }
  return box;
}
