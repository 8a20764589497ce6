function whisker(figure, paint, width) {
  const unit = figure.values.unit;
  const reach = Math.max(Math.abs(figure.low), Math.abs(figure.high)) * 1.3;
  const rows = [
    [figure.name, figure.value],
    [figure.lowName, figure.low],
    [figure.highName, figure.high],
  ];
  const shape = (params, api) => {
    const [low, y] = api.coord([figure.low, 0]);
    const [high] = api.coord([figure.high, 0]);
    const [value] = api.coord([figure.value, 0]);
    const line = (x1, y1, x2, y2) => ({
      type: "line",
      shape: { x1, y1, x2, y2 },
      style: { stroke: paint.series[0], lineWidth: 3 },
    });
    const text = (x, top, align, words, bold) => ({
      type: "text",
      style: {
        x,
        y: top,
        text: words,
        textAlign: align,
        textVerticalAlign: "middle",
        fill: paint.ink,
        font: (bold ? "bold 15px " : "13px ") + font,
      },
    });
    const outward = low < high ? 1 : -1;
    return {
      type: "group",
      children: [
        line(low, y, high, y),
        line(low, y - 9, low, y + 9),
        line(high, y - 9, high, y + 9),
        { type: "circle", shape: { cx: value, cy: y, r: 8 }, style: { fill: paint.series[1], stroke: paint.surface } },
        text(value, y - 26, "center", full[unit](figure.value), true),
        text(low - 8 * outward, y, outward > 0 ? "right" : "left", full[unit](figure.low)),
        text(high + 8 * outward, y, outward > 0 ? "left" : "right", full[unit](figure.high)),
      ],
    };
  };
  return Object.assign(common(paint), {
    grid: Object.assign(room([], width), { top: 8, left: 26, right: 26 }),
    xAxis: axis(paint, false, figure.values.name, {
      type: "value",
      inverse: rightToLeft,
      min: figure.low < 0 ? -reach : 0,
      max: figure.high > 0 ? reach : 0,
      splitNumber: splits(short[unit](reach), width),
      axisLabel: { formatter: reading(unit), showMinLabel: figure.low >= 0, showMaxLabel: figure.high <= 0 },
    }),
    yAxis: { type: "category", data: [figure.name], show: false, axisLabel: { show: false } },
    tooltip: Object.assign(common(paint).tooltip, {
      formatter: () => tip(figure.values.name, rows.map(([name, value]) => [name, full[unit](value)])),
    }),
    series: [{ type: "custom", renderItem: shape, data: [[figure.value, 0]], encode: { x: 0, y: 1 } }],
  });
}
