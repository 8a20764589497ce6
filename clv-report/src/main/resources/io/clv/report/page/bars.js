function bars(figure, paint, width) {
  const lying = figure.layout === "lying";
  const touching = figure.layout === "touching";
  const unit = figure.values.unit;
  const many = figure.labels.length * figure.series.length;
  const labelled = !touching && (lying || many * 56 < width);
  const names = axis(paint, lying, figure.names, {
    type: "category",
    data: figure.labels,
    inverse: lying || rightToLeft,
    splitLine: { show: false },
    axisTick: { alignWithLabel: true },
    axisLabel: lying ? { interval: 0, width: Math.min(180, width * 0.36), overflow: "truncate" } : { interval: spaced(figure.labels, width - 80) },
  });
  const lengths = axis(paint, !lying, figure.values.name, {
    type: "value",
    inverse: lying && rightToLeft,
    axisLabel: { formatter: reading(unit) },
  });
  if (figure.mark) {
    // The line across has to be inside, even where all bars are shorter, and what it says stands below the title.
    lengths.max = (extent) => (extent.max > figure.mark.at ? null : figure.mark.at * 1.1);
    names.nameGap = lying ? 30 : names.nameGap;
  }
  const series = figure.series.map((each, at) => ({
    type: "bar",
    name: each.name,
    data: each.values,
    color: paint.series[at],
    itemStyle: hatched(paint, at),
    barMaxWidth: touching ? undefined : 44,
    barCategoryGap: touching ? "6%" : "30%",
    label: {
      show: labelled,
      position: lying ? end : "top",
      color: paint.ink,
      fontFamily: font,
      fontSize: 12,
      formatter: (point) => (unit === "share" ? full : short)[unit](point.value),
    },
    markLine: figure.mark && at === 0 ? across(paint, figure.mark, lying) : undefined,
  }));
  return Object.assign(common(paint), {
    legend: Object.assign(common(paint).legend, { show: series.length > 1 }),
    grid: Object.assign(
      room(series.length > 1 ? series.map((each) => each.name) : [], width),
      lying ? { [end]: 64 } : {},
      lying && figure.mark ? { top: 50 } : {},
    ),
    xAxis: lying ? lengths : names,
    yAxis: lying ? names : lengths,
    tooltip: Object.assign(common(paint).tooltip, {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (points) =>
        tip(
          figure.headings[points[0].dataIndex],
          points.map((point) => [point.seriesName, full[unit](point.value)]),
        ),
    }),
    series: inReading(series),
  });
}
