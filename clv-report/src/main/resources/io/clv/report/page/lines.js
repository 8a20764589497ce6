function lines(figure, paint, width) {
  const named = figure.labels.length > 0;
  const unit = figure.values.unit;
  const shown = figure.curves.filter((curve) => curve.style !== "faint");
  const hues = new Map(shown.map((curve, at) => [curve, paint.series[at % paint.series.length]]));
  const heading = (x) => figure.across.name + ": " + (named ? figure.labels[x] : full[figure.across.unit](x));
  const isFaint = (point) => figure.curves[point.seriesIndex].style === "faint";
  return Object.assign(common(paint), {
    legend: Object.assign(common(paint).legend, { data: inReading(shown.map((curve) => curve.name)) }),
    grid: room(shown.map((curve) => curve.name), width),
    xAxis: axis(
      paint,
      false,
      figure.across.name,
      Object.assign(
        { inverse: rightToLeft, splitLine: { show: false } },
        named
          ? {
              type: "category",
              data: figure.labels,
              boundaryGap: false,
              axisLabel: { interval: spaced(figure.labels, width - 80), alignMinLabel: start },
            }
          : { type: "value", min: "dataMin", max: "dataMax", axisLabel: { formatter: reading(figure.across.unit) } },
      ),
    ),
    yAxis: axis(paint, true, figure.values.name, {
      type: "value",
      axisLabel: { formatter: reading(unit) },
      // The line across has to be inside, even where all lines are below it.
      max: (extent) => (figure.mark && extent.max <= figure.mark.at ? figure.mark.at * 1.1 : null),
    }),
    tooltip: Object.assign(common(paint).tooltip, {
      trigger: "axis",
      axisPointer: { type: "line" },
      // What is seen first is named first; of many lines there is room for some.
      formatter: (points) =>
        tip(
          heading(points[0].value[0]),
          [...points]
            .sort((one, other) => isFaint(one) - isFaint(other))
            .slice(0, 12)
            .map((point) => [point.seriesName, full[unit](point.value[1])]),
        ),
    }),
    series: figure.curves.map((curve, at) => ({
      type: "line",
      name: curve.name,
      data: curve.points,
      color: curve.style === "faint" ? paint.faint : hues.get(curve),
      symbol: curve.style === "dashed" ? "emptyDiamond" : "circle",
      symbolSize: 6,
      showSymbol: curve.style !== "faint" && curve.points.length <= 40,
      lineStyle: {
        type: curve.style === "dashed" ? "dashed" : "solid",
        width: curve.style === "faint" ? 1 : 2.5,
        opacity: curve.style === "faint" ? 0.8 : 1,
      },
      z: curve.style === "strong" ? 4 : 3,
      markLine: figure.mark && at === figure.curves.length - 1 ? across(paint, figure.mark, false) : undefined,
      markArea: figure.band && at === 0 ? shaded(paint, figure.band, (width - 80) / figure.labels.length) : undefined,
    })),
  });
}

function shaded(paint, band, step) {
  return {
    silent: true,
    itemStyle: { color: paint.shade, borderColor: paint.muted, borderWidth: 1, borderType: "dashed" },
    label: {
      show: (band.to - band.from) * step > wide(band.name, 12),
      position: "insideTop",
      color: paint.ink,
      fontFamily: font,
    },
    data: [[{ name: band.name, xAxis: band.from }, { xAxis: band.to }]],
  };
}
