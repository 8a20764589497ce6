package io.clv.io;

import io.clv.btyd.ValueExplanation;
import io.clv.btyd.ValueExplanation.Contribution;
import io.clv.btyd.ValueExplanation.Driver;
import io.clv.btyd.ValueExplanation.History;
import io.clv.btyd.ValueExplanation.Share;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation in rows, in one order for every format. */
final class ExplanationRows {

    static final List<String> HEADER =
            List.of("customer", "driver", "share", "own", "average", "contribution", "because");

    private ExplanationRows() {}

    interface Row {
        void write(Cells cells) throws IOException;
    }

    /** The average, what is added to it, and the value that it comes to. */
    static List<Row> of(ValueExplanation explanation) {
        List<Row> rows = new ArrayList<>();
        rows.add(cells -> {
            started(explanation, "average", cells);
            cells.absent("own");
            cells.absent("average");
            cells.money("contribution", explanation.average());
            cells.absent("because");
        });
        for (Contribution contribution : explanation.contributions()) {
            rows.add(cells -> {
                started(explanation, name(contribution.driver()), cells);
                write(contribution, cells);
            });
            for (Share share : contribution.shares()) {
                rows.add(cells -> {
                    cells.text("customer", explanation.id());
                    cells.text("driver", name(contribution.driver()));
                    cells.text("share", share.name());
                    cells.absent("own");
                    cells.absent("average");
                    cells.money("contribution", share.money());
                    cells.absent("because");
                });
            }
        }
        rows.add(cells -> {
            started(explanation, "value", cells);
            cells.absent("own");
            cells.absent("average");
            cells.money("contribution", explanation.value());
            cells.absent("because");
        });
        return rows;
    }

    private static void started(ValueExplanation explanation, String driver, Cells cells) throws IOException {
        cells.text("customer", explanation.id());
        cells.text("driver", driver);
        cells.absent("share");
    }

    static void write(Contribution contribution, Cells cells) throws IOException {
        cells.number("own", contribution.own());
        cells.number("average", contribution.average());
        cells.money("contribution", contribution.money());
        cells.text("because", contribution.because());
    }

    static void write(History history, Cells cells) throws IOException {
        cells.number("frequency", history.frequency());
        cells.number("recency", history.recency());
        cells.number("age", history.age());
        ModelRows.optional("spend", history.spend(), cells);
    }

    static String name(Driver driver) {
        return driver.name().toLowerCase(Locale.ROOT);
    }
}
