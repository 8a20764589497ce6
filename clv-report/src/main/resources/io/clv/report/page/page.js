const kinds = { bars, lines, heat, whisker };

/** The height that a chart needs, in pixels. */
function height(figure) {
  if (figure.kind === "whisker") {
    return 170;
  }
  if (figure.kind === "heat") {
    return Math.max(300, Math.min(720, 130 + figure.rows.length * 24));
  }
  return figure.layout === "lying" ? Math.max(200, 120 + figure.labels.length * 42) : 352;
}

const drawn = Object.entries(told.figures).map(([id, figure]) => {
  const element = document.getElementById(id);
  element.style.height = height(figure) + "px";
  // Twice the pixels of the screen, so that paper shows no steps.
  const chart = echarts.init(element, null, { devicePixelRatio: Math.max(2, devicePixelRatio) });
  return { element, chart, figure };
});

function draw({ element, chart, figure }, width) {
  chart.resize(width ? { width } : {});
  chart.setOption(kinds[figure.kind](figure, palette(), width || element.clientWidth), true);
  element.dataset.drawn = "true";
}

let paper = false;
const drawAll = (width) => drawn.forEach((each) => draw(each, width));

const button = document.getElementById("theme");
const nameButton = () => (button.textContent = isDark() ? told.theme.light : told.theme.dark);

button.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  nameButton();
  drawAll();
});
systemDark.addEventListener("change", () => {
  nameButton();
  drawAll();
});

const resized = new ResizeObserver((entries) => {
  requestAnimationFrame(() => {
    const elements = new Set(entries.map((entry) => entry.target));
    drawn.filter((each) => !paper && elements.has(each.element)).forEach((each) => draw(each));
  });
});

// Without scripts the tables stay open; paper cannot open them, so they are opened for it.
const tables = [...document.querySelectorAll("details")];
tables.forEach((table) => (table.open = false));

// What is between the margins of A4 and of Letter, in pixels of CSS.
const paperWidth = 680;

/** A table that is wider than the paper is made smaller, because paper does not scroll. */
function fit(table) {
  table.classList.add("measured");
  const width = table.offsetWidth;
  table.classList.remove("measured");
  table.style.zoom = width > paperWidth ? paperWidth / width : "";
}

let before;
addEventListener("beforeprint", () => {
  before = { theme: root.dataset.theme, open: tables.map((table) => table.open) };
  paper = true;
  root.dataset.theme = "light";
  tables.forEach((table) => (table.open = true));
  document.querySelectorAll("table").forEach(fit);
  drawAll(paperWidth);
});
addEventListener("afterprint", () => {
  paper = false;
  tables.forEach((table, at) => (table.open = before.open[at]));
  if (before.theme) {
    root.dataset.theme = before.theme;
  } else {
    delete root.dataset.theme;
  }
  document.querySelectorAll("table").forEach((table) => (table.style.zoom = ""));
  drawAll();
});

nameButton();
drawAll();
drawn.forEach((each) => resized.observe(each.element));
