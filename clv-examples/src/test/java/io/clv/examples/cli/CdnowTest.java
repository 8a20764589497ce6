package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The whole of CDNOW. The values of four customers were worked out from the log apart from this library: over at least
 * 400 days, twice the 90th percentile of the gaps, and with 14,671 of 23,570 customers lost within a window.
 */
class CdnowTest {

    private Path data = Path.of("");

    @BeforeEach
    void find() {
        @Nullable String folder = System.getProperty("clv.data");
        if (folder == null || folder.isEmpty()) {
            folder = System.getenv("CLV_DATA");
        }
        assumeTrue(
                folder != null && !folder.isEmpty(),
                "needs cdnow.csv and cdnow_sample.csv, the CDNOW data set from"
                        + " https://www.brucehardie.com/datasets/ ; set -Dclv.data or CLV_DATA");
        data = Path.of(folder);
    }

    private Run run(String command, String file, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = command;
        args[1] = data.resolve(file).toString();
        System.arraycopy(options, 0, args, 2, options.length);
        Run run = Run.of(args);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    @Test
    void theBase() {
        Run run = run("value", "cdnow.csv", "--observed-through", "1998-06-30", "--model", "margin-adjusted");

        assertThat(run.out())
                .startsWith("""
                        23,570 customers, 11,516 of whom came back, observed through 1998-06-30
                        67,591 purchases, at most one a day, of USD 2500315.63 in all; recency and age in weeks
                        nothing left out
                        """)
                .contains(
                        "a customer without a purchase for 400 days is lost: 14,671 of 23,570 lost within a window of 400"
                                + " days, a churn of 62.2% in that time, and a mean lifespan of 642.6 days");
    }

    /**
     * By hand: the lifespan is 400 days x 23,570 / 14,671 = 642.628 days; a customer's value is total / active days x
     * lifespan, with 400, 544, 517 and 496 active days.
     */
    @Test
    void fourCustomers() {
        List<String> rows = run(
                        "value",
                        "cdnow.csv",
                        "--observed-through",
                        "1998-06-30",
                        "--model",
                        "margin-adjusted",
                        "--format",
                        "csv")
                .out()
                .lines()
                .toList();

        assertThat(rows).hasSize(23_571);
        assertRow(rows, "00001,0,0.0,77.85714285714286,0.0,11.77,,,,", 18.909338150092015);
        assertRow(rows, "00003,5,73.0,77.71428571428571,27.14,156.46,,,,", 184.82651850188648);
        assertRow(
                rows,
                "07592,145,73.71428571428571,73.85714285714286,95.98427586206897,13990.93,,,,",
                17390.65331189954);
        assertRow(
                rows,
                "14048,170,70.85714285714286,70.85714285714286,52.77376470588235,8976.33,,,,",
                11629.927050512202);
    }

    private static void assertRow(List<String> rows, String start, double clv) {
        String row = rows.stream()
                .filter(line -> line.startsWith(start.substring(0, 6)))
                .findFirst()
                .orElse("");
        assertThat(row).startsWith(start).endsWith(",,");
        assertThat(Double.parseDouble(row.substring(start.length(), row.length() - 2)))
                .isCloseTo(clv, within(1e-12 * clv));
    }

    @Test
    void theSampleHasTwoColumnsOfCustomers() {
        Run run = run("summarize", "cdnow_sample.csv", "--observed-through", "1997-09-30");

        assertThat(run.err())
                .startsWith("note: guessed the customer column 'customer', the date column 'date', the amount column"
                        + " 'amount'\n");
        assertThat(run.out().lines().skip(1).limit(2))
                .containsExactly(
                        "0001,2,30.428571428571427,38.857142857142854,22.345,74.02",
                        "0002,1,1.7142857142857142,38.857142857142854,11.77,75.11");
    }

    /** The counts were taken from the file apart from this library. */
    @Test
    void cohorts() {
        Run run = run("cohort", "cdnow.csv", "--observed-through", "1998-06-30", "--format", "csv");

        assertThat(run.out())
                .contains("\n1997-01,7846,1,complete,7846,1157,")
                .contains("\n1997-03,7248,15,complete,7248,457,")
                .doesNotContain("cut-short");
    }
}
