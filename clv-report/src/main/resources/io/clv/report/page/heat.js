/** The colour of a share of a ramp, mixed as ECharts mixes it. */
function mixed(ramp, share) {
  const at = Math.max(0, Math.min(1, share)) * (ramp.length - 1);
  const below = Math.min(Math.floor(at), ramp.length - 2);
  const parts = (hex) => [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));
  const [from, to] = [parts(ramp[below]), parts(ramp[below + 1])];
  return from.map((part, channel) => part + (to[channel] - part) * (at - below));
}

/** Black or white, whichever is easier to read on a colour: its relative luminance as WCAG 2 has it. */
function readableOn(rgb) {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000000" : "#ffffff";
}

function heat(figure, paint, width) {
  const unit = figure.values.unit;
  const values = figure.cells.map((cell) => cell[2]);
  const low = Math.min(0, ...values);
  const high = figure.top;
  const beyond = Math.max(...values) > high ? "\u2265 " : "";
  const cellWidth = (width - 120) / figure.columns.length;
  const word = unit === "money" ? (value) => inMoney((large(value) ? brief : whole).format(value)) : short[unit];
  const labelled = cellWidth >= 8 + 7 * Math.max(...values.map((value) => word(value).length));
  return Object.assign(common(paint), {
    grid: Object.assign(room([], width), { bottom: 70 }),
    xAxis: axis(paint, false, figure.across, {
      type: "category",
      data: figure.columns,
      inverse: rightToLeft,
      splitLine: { show: false },
      axisLabel: { interval: spaced(figure.columns, width - 120) },
    }),
    yAxis: axis(paint, true, figure.up, {
      type: "category",
      data: figure.rows,
      inverse: figure.firstRowOnTop,
      splitLine: { show: false },
    }),
    visualMap: {
      type: "continuous",
      min: low,
      max: high,
      calculable: false,
      orient: "horizontal",
      inverse: rightToLeft,
      left: "center",
      bottom: 0,
      itemHeight: Math.min(220, width * 0.4),
      itemWidth: 12,
      inRange: { color: paint.ramp },
      text: [beyond + short[unit](high), short[unit](low)],
      textStyle: { color: paint.ink, fontFamily: font },
    },
    tooltip: Object.assign(common(paint).tooltip, {
      formatter: (point) => {
        const [column, row, value, note] = figure.cells[point.dataIndex];
        return tip(note, [
          [figure.up, figure.rows[row]],
          [figure.across, figure.columns[column]],
          [figure.values.name, full[unit](value)],
        ]);
      },
    }),
    series: [
      {
        type: "heatmap",
        data: figure.cells.map(([column, row, value, , uncertain]) => ({
          value: [column, row, Math.min(value, high)],
          itemStyle: {
            borderColor: uncertain ? paint.ink : paint.surface,
            borderWidth: 1,
            borderType: uncertain ? "dashed" : "solid",
          },
          label: { color: readableOn(mixed(paint.ramp, (value - low) / (high - low))) },
        })),
        label: {
          show: labelled,
          fontFamily: font,
          fontSize: 11,
          formatter: (point) => word(figure.cells[point.dataIndex][2]),
        },
      },
    ],
  });
}
