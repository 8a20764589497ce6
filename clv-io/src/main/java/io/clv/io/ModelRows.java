package io.clv.io;

import io.clv.btyd.Fit;
import io.clv.btyd.ParameterInterval;
import io.clv.btyd.Predictions;
import io.clv.quantity.Ratio;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The columns of a fit and of predictions, in one order for every format. */
final class ModelRows {

    static final List<String> FIT_HEADER = List.of("parameter", "value", "standard_error", "low", "high");

    static final List<String> PREDICTIONS_HEADER =
            List.of("customer", "p_alive", "expected_transactions", "dert", "log_likelihood");

    /** How often the intervals of parameters hold them. */
    static final Ratio LEVEL = Ratio.percent(90);

    private ModelRows() {}

    static void write(Fit<?> fit, String parameter, Cells cells) throws IOException {
        cells.text("parameter", parameter);
        cells.number("value", fit.parameter(parameter));
        optional("standard_error", fit.standardError(parameter), cells);
        write(fit.interval(parameter, LEVEL), cells);
    }

    static void write(Optional<ParameterInterval> interval, Cells cells) throws IOException {
        OptionalDouble none = OptionalDouble.empty();
        optional("low", interval.map(ends -> OptionalDouble.of(ends.low())).orElse(none), cells);
        optional("high", interval.map(ends -> OptionalDouble.of(ends.high())).orElse(none), cells);
    }

    static void write(Predictions predictions, int row, Cells cells) throws IOException {
        cells.text("customer", predictions.histories().id(row));
        cells.number("p_alive", predictions.probabilityAlive(row));
        cells.number("expected_transactions", predictions.expectedTransactions(row));
        optional("dert", predictions.dert(row), cells);
        cells.number("log_likelihood", predictions.logLikelihood(row));
    }

    /** A cell that may be absent; what is too large for a number is absent too, as no format has a word for it. */
    static void optional(String name, OptionalDouble value, Cells cells) throws IOException {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            cells.number(name, value.getAsDouble());
        } else {
            cells.absent(name);
        }
    }
}
