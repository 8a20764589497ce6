package io.clv.examples.cli;

import io.clv.lifecycle.Plateau;
import io.clv.lifecycle.PlateauLengths;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv plan plateaus}: how long customers stay on the plateau of their income. */
@Command(
        name = "plateaus",
        description = {
            "How long customers stay on the plateau of their income before they flow out, with those counted who are"
                    + " still on it.",
            "The rows are those who flow out now, and those who may be about to."
        },
        mixinStandardHelpOptions = true)
final class PlateausCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final CurveOptions curve = new CurveOptions();

    @Option(
            names = "--within",
            paramLabel = "N",
            defaultValue = "6",
            description = "how many periods ahead to look for who leaves (default: ${DEFAULT-VALUE})")
    private int within = 6;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    PlateausCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Refused.unless(within >= 1, "--within", "must be at least 1, but was " + within);
        StageOptions.Folded folded = curve.read(file, input, console);
        PlateauLengths lengths = PlateauLengths.of(folded.periods(), curve.rules());
        List<List<Object>> rows = new ArrayList<>();
        for (PlateauLengths.Outflow each : lengths.flowingOut()) {
            rows.add(row(each.id(), each.plateau(), each.now(), OptionalDouble.empty(), OptionalDouble.empty()));
        }
        for (PlateauLengths.Departure each : lengths.aboutToLeave(within)) {
            rows.add(row(
                    each.id(),
                    each.plateau(),
                    each.plateau().level(),
                    each.chance().map(Ratio::value).map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                    each.chance().isPresent() ? each.atRisk().amount() : OptionalDouble.empty()));
        }
        report.print(
                lengths.explain(),
                List.of(
                        "customer",
                        "plateau",
                        "since",
                        Words.plural(curve.grid()),
                        "level",
                        "now",
                        "chance",
                        "at_risk",
                        "currency"),
                rows,
                "customer",
                console.out());
        return 0;
    }

    private List<Object> row(String id, Plateau plateau, Money now, Object chance, Object atRisk) {
        return List.of(
                id,
                plateau.then().label(),
                plateau.start().toString(),
                plateau.periods(),
                plateau.level().amount(),
                now.amount(),
                chance,
                atRisk,
                input.currency().getCurrencyCode());
    }
}
