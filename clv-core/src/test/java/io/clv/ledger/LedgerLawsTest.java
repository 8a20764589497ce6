package io.clv.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every log, date and choice of options. */
class LedgerLawsTest {

    @Provide
    Arbitrary<List<SlowSummary.Row>> texts() {
        return Logs.texts();
    }

    @Provide
    Arbitrary<List<SlowSummary.Row>> numbers() {
        return Logs.numbers();
    }

    @Provide
    Arbitrary<LedgerOptions> options() {
        return Logs.options();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Logs.dates();
    }

    @Provide
    Arbitrary<CalendarGrid> grids() {
        return Logs.grids();
    }

    @Property
    void textIdsAgreeWithThePlainReference(
            @ForAll("texts") List<SlowSummary.Row> log,
            @ForAll("dates") LocalDate end,
            @ForAll("options") LedgerOptions options) {
        assertAgreement(Logs.ofTexts(log), log, Logs.byCodePoint(), end, options);
    }

    @Property
    void numericIdsAgreeWithThePlainReference(
            @ForAll("numbers") List<SlowSummary.Row> log,
            @ForAll("dates") LocalDate end,
            @ForAll("options") LedgerOptions options) {
        assertAgreement(Logs.ofNumbers(log), log, Logs.byNumber(), end, options);
    }

    private static void assertAgreement(
            Ledger ledger, List<SlowSummary.Row> log, Comparator<String> order, LocalDate end, LedgerOptions options) {
        CustomerTable table = ledger.summarize(end, options);
        SlowSummary slow = new SlowSummary(log, order, end, options);
        assertThat(table.rows()).containsExactlyElementsOf(slow.customers);
        assertThat(table.exclusions())
                .isEqualTo(new Exclusions(
                        slow.rowsAfterEnd,
                        slow.customersAfterEnd,
                        slow.refundRowsIgnored,
                        Money.ofMinor(slow.refundsIgnored.longValueExact(), Logs.USD),
                        slow.customersWithRefundsOnly,
                        Money.ofMinor(slow.refundsOfThose.longValueExact(), Logs.USD)));
        assertThat(table.repeatPurchases()).isEqualTo(slow.gaps.size());
        assertThat(table.gaps().map(PurchaseGaps::count).orElse(0L)).isEqualTo(slow.gaps.size());
        for (int row = 0; row < table.size(); row++) {
            assertThat(table.firstPurchase(row)).isEqualTo(slow.firsts.get(row));
            assertThat(table.lastPurchase(row)).isEqualTo(slow.lasts.get(row));
            assertThat(table.indexOf(table.id(row))).isEqualTo(row);
            assertThat(table.total(row).minorUnits()).isEqualTo(table.totalMinorUnits(row));
            assertThat(table.total(row).toDouble()).isEqualTo(table.totalAmount(row));
        }
    }

    @Property
    void moneyIsConserved(
            @ForAll("texts") List<SlowSummary.Row> log,
            @ForAll("dates") LocalDate end,
            @ForAll("options") LedgerOptions options) {
        CustomerTable table = Logs.ofTexts(log).summarize(end, options);
        List<SlowSummary.Row> observed =
                log.stream().filter(row -> !row.date().isAfter(end)).toList();
        assertThat(table.total()
                        .plus(table.exclusions().refundsIgnored())
                        .plus(table.exclusions().refundsOfThoseCustomers()))
                .isEqualTo(Logs.ofTexts(observed).total());
        assertThat(table.exclusions().rowsAfterEnd()).isEqualTo(log.size() - observed.size());
    }

    @Property
    void theOrderOfRowsIsOfNoEffect(
            @ForAll("texts") List<SlowSummary.Row> log,
            @ForAll("dates") LocalDate end,
            @ForAll("options") LedgerOptions options,
            @ForAll Random random) {
        List<SlowSummary.Row> shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, random);
        CustomerTable table = Logs.ofTexts(log).summarize(end, options);
        CustomerTable again = Logs.ofTexts(shuffled).summarize(end, options);
        assertThat(again).isEqualTo(table).hasSameHashCodeAs(table);
        assertThat(again.gaps()).isEqualTo(table.gaps());
        assertThat(Logs.ofTexts(shuffled).periods(end, options.grid(), options.refunds()))
                .isEqualTo(Logs.ofTexts(log).periods(end, options.grid(), options.refunds()));
    }

    @Property
    void columnsAndTransactionsMakeTheSameLedger(
            @ForAll("texts") List<SlowSummary.Row> log,
            @ForAll("dates") LocalDate end,
            @ForAll("options") LedgerOptions options) {
        Ledger ofColumns = Ledger.ofColumns(
                Logs.USD,
                log.stream().map(SlowSummary.Row::id).toArray(String[]::new),
                log.stream().mapToInt(row -> (int) row.date().toEpochDay()).toArray(),
                log.stream().mapToLong(SlowSummary.Row::minor).toArray());
        assertThat(ofColumns.summarize(end, options))
                .isEqualTo(Logs.ofTexts(log).summarize(end, options));
    }

    @Property
    void cellsOfPeriodsSumToTheTable(
            @ForAll("texts") List<SlowSummary.Row> log,
            @ForAll("dates") LocalDate end,
            @ForAll("options") LedgerOptions options) {
        Ledger ledger = Logs.ofTexts(log);
        CustomerTable table = ledger.summarize(end, options);
        PeriodTable periods = ledger.periods(end, options.grid(), options.refunds());
        assertThat(periods.customers()).isEqualTo(table.size());
        assertThat(periods.total()).isEqualTo(table.total());
        assertThat(periods.exclusions()).isEqualTo(table.exclusions());
        for (int row = 0; row < table.size(); row++) {
            int[] cells = IntStream.range(periods.cellsBegin(row), periods.cellsEnd(row))
                    .toArray();
            int[] bought = IntStream.of(cells)
                    .filter(cell -> periods.purchases(cell) > 0)
                    .toArray();
            Money total = Money.zero(Logs.USD);
            for (int cell : cells) {
                total = total.plus(periods.amount(cell));
                assertThat(periods.period(cell)).isBetween(periods.firstPeriod(), periods.lastPeriod());
            }
            assertThat(periods.id(row)).isEqualTo(table.id(row));
            assertThat(total).isEqualTo(table.total(row));
            assertThat(bought).hasSize(table.frequency(row) + 1);
            assertThat(options.grid().startOf(periods.period(bought[0]))).isEqualTo(table.firstPurchase(row));
            assertThat(IntStream.of(cells).map(periods::period).toArray())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        assertThat(IntStream.range(0, periods.customers())
                        .map(c -> periods.cellsEnd(c) - periods.cellsBegin(c))
                        .sum())
                .isEqualTo(periods.cells());
    }

    @Property
    void splitIsTheSummaryAtBothDates(
            @ForAll("texts") List<SlowSummary.Row> log,
            @ForAll("dates") LocalDate one,
            @ForAll("dates") LocalDate other,
            @ForAll("options") LedgerOptions anyGrid) {
        if (one.equals(other)) {
            return;
        }
        LocalDate calibrated = one.isBefore(other) ? one : other;
        LocalDate end = one.isBefore(other) ? other : one;
        LedgerOptions options = anyGrid.grid(CalendarGrid.days());
        Ledger ledger = Logs.ofTexts(log);
        Split split = ledger.split(calibrated, end, options);
        CustomerTable before = ledger.summarize(calibrated, options);
        CustomerTable after = ledger.summarize(end, options);
        assertThat(split.calibration()).isEqualTo(before);
        long known = 0;
        Money holdout = split.newcomerTotal();
        for (int row = 0; row < before.size(); row++) {
            int then = after.indexOf(before.id(row));
            assertThat(before.frequency(row) + split.holdoutFrequency(row)).isEqualTo(after.frequency(then));
            assertThat(before.total(row).plus(split.holdoutTotal(row))).isEqualTo(after.total(then));
            known += split.holdoutFrequency(row);
            holdout = holdout.plus(split.holdoutTotal(row));
        }
        assertThat(split.holdoutPurchases()).isEqualTo(known);
        assertThat(split.newcomers()).isEqualTo(after.size() - before.size());
        assertThat(before.size() + before.repeatPurchases() + split.holdoutPurchases() + split.newcomerPurchases())
                .isEqualTo(after.size() + after.repeatPurchases());
        assertThat(holdout.plus(split.exclusions().refundsIgnored())
                        .plus(split.exclusions().refundsOfThoseCustomers()))
                .isEqualTo(Logs.ofTexts(log.stream()
                                .filter(row -> row.date().isAfter(calibrated)
                                        && !row.date().isAfter(end))
                                .toList())
                        .total());
        assertThat(split.exclusions().rowsAfterEnd())
                .isEqualTo(after.exclusions().rowsAfterEnd());
        assertThat(split.exclusions().customersAfterEnd())
                .isEqualTo(after.exclusions().customersAfterEnd());
        assertThat(split.exclusions().customersWithRefundsOnly())
                .isEqualTo(after.exclusions().customersWithRefundsOnly());
    }

    @Property
    void aCutPeriodIsCountedOnce(
            @ForAll("texts") List<SlowSummary.Row> log,
            @ForAll("dates") LocalDate calibrated,
            @ForAll("grids") CalendarGrid grid) {
        LocalDate end = calibrated.plusDays(100);
        for (RefundPolicy refunds : new RefundPolicy[] {RefundPolicy.NET, RefundPolicy.IGNORE}) {
            LedgerOptions options = LedgerOptions.defaults().grid(grid).refunds(refunds);
            Split split = Logs.ofTexts(log).split(calibrated, end, options);
            CustomerTable after = Logs.ofTexts(log).summarize(end, options);
            for (int row = 0; row < split.calibration().size(); row++) {
                assertThat(split.calibration().frequency(row) + split.holdoutFrequency(row))
                        .isEqualTo(after.frequency(
                                after.indexOf(split.calibration().id(row))));
            }
        }
    }

    @Provide
    Arbitrary<List<Long>> extremes() {
        return Arbitraries.of(Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE, Long.MIN_VALUE + 1, 1L, 0L, -1L)
                .list()
                .ofMaxSize(7);
    }

    @Property
    void aSumIsRefusedIfAndOnlyIfItsFinalValueDoesNotFit(
            @ForAll("extremes") List<Long> ofA, @ForAll("extremes") List<Long> ofB) {
        Ledger.Builder builder = Ledger.builder(Logs.USD);
        ofA.forEach(minor -> builder.add("a", 0, minor));
        builder.add("a", 0, 0).add("b", 0, 0);
        ofB.forEach(minor -> builder.add("b", 0, minor));
        LedgerOptions net = LedgerOptions.defaults().refunds(RefundPolicy.NET);
        BigInteger a = SlowSummary.sum(ofA);
        BigInteger b = SlowSummary.sum(ofB);
        String culprit = a.bitLength() >= Long.SIZE ? "a" : b.bitLength() >= Long.SIZE ? "b" : "";
        if (culprit.isEmpty()) {
            CustomerTable table = builder.build().summarize(LocalDate.EPOCH, net);
            assertThat(table.totalMinorUnits(0)).isEqualTo(a.longValueExact());
            assertThat(table.totalMinorUnits(1)).isEqualTo(b.longValueExact());
        } else {
            String exact = new BigDecimal(culprit.equals("a") ? a : b, 2).toPlainString();
            assertThatThrownBy(() -> builder.build().summarize(LocalDate.EPOCH, net))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("the total of customer '" + culprit + "' is USD " + exact
                            + ", beyond the range of USD money");
        }
    }
}
