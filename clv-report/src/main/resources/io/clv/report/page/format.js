const told = JSON.parse(document.getElementById("figures").textContent);
const rightToLeft = told.rightToLeft;

const formatter = (options) => new Intl.NumberFormat(told.locale, options);
const whole = formatter({ maximumFractionDigits: 0 });
const decimal = formatter({ maximumFractionDigits: 2 });
const brief = formatter({ notation: "compact", maximumFractionDigits: 1 });
const percent = formatter({ style: "percent", maximumFractionDigits: 1 });
const roundPercent = formatter({ style: "percent", maximumFractionDigits: 0 });
const cents = formatter({ minimumFractionDigits: told.money.decimals, maximumFractionDigits: told.money.decimals });

const inMoney = (digits) => told.money.pattern.replace("{0}", digits);
const large = (value) => Math.abs(value) >= 10000;

/** Figures with all that they have to say, for tooltips and labels. */
const full = {
  count: (value) => whole.format(value),
  number: (value) => decimal.format(value),
  share: (value) => percent.format(value),
  money: (value) => inMoney((Math.abs(value) >= 1000 ? whole : cents).format(value)),
};

/** Figures that leave room for others, for axes. */
const short = {
  count: (value) => (large(value) ? brief : whole).format(value),
  number: (value) => (large(value) ? brief : decimal).format(value),
  share: (value) => roundPercent.format(value),
  money: (value) => inMoney((large(value) ? brief : Math.abs(value) >= 1000 ? whole : decimal).format(value)),
};
