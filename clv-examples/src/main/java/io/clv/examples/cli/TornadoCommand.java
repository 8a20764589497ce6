package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.quantity.Money;
import io.clv.scenario.Change;
import io.clv.scenario.Swing;
import io.clv.scenario.Tornado;
import io.clv.scenario.WhatIf;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv scenario tornado}: which driver moves the value of a base most. */
@Command(
        name = "tornado",
        description = {
            "Which driver moves the value of a base most: each is moved to either side alone, the widest stands first.",
            "A driver is two changes with '/' between them, written as for what-if."
        },
        mixinStandardHelpOptions = true)
final class TornadoCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ValuedBase base = new ValuedBase();

    @Option(
            names = "--swing",
            paramLabel = "CHANGE / CHANGE",
            required = true,
            description = "as in 'price -5%% / price +5%%'; may be repeated")
    private List<String> texts = List.of();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    TornadoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Swing> swings = texts.stream()
                .map(each -> Asked.of("--swing", each, this::swing))
                .toList();
        WhatIf whatIf = base.read(console);
        Tornado tornado = Asked.of("--swing", String.join(", ", texts), none -> whatIf.tornado(swings));
        switch (format) {
            case TABLE -> table(tornado);
            case CSV -> rows(tornado).csv(console.out());
            case JSON -> console.out().print(rows(tornado).json() + "\n");
        }
        return 0;
    }

    private Swing swing(String text) {
        int bar = text.indexOf('/');
        if (bar < 0) {
            throw new IllegalArgumentException(
                    "must be two changes with '/' between them, as in 'price -5% / price +5%', but was '" + text + "'");
        }
        Change down = Change.parse(text.substring(0, bar), base.currency());
        Change up = Change.parse(text.substring(bar + 1), base.currency());
        return new Swing(text.strip(), down, up);
    }

    private void table(Tornado tornado) {
        line("as it is: " + tornado.value(), console.out());
        line("", console.out());
        TextTable table = new TextTable();
        table.add(List.of("driver", "one way", "%", "other way", "%", "width"));
        for (Tornado.Bar bar : tornado.bars()) {
            table.add(List.of(
                    bar.swing().down() + ", " + bar.swing().up(),
                    Words.amount(bar.down()),
                    WhatIfCommand.percent(tornado.relative(bar.down())),
                    Words.amount(bar.up()),
                    WhatIfCommand.percent(tornado.relative(bar.up())),
                    Words.amount(bar.width())));
        }
        table.lines().forEach(text -> line(text, console.out()));
    }

    private static Rows rows(Tornado tornado) {
        Money value = tornado.value();
        Rows rows = new Rows("down", "up", "value", "value_down", "value_up", "width", "currency");
        for (Tornado.Bar bar : tornado.bars()) {
            rows.add(
                    bar.swing().down().toString(),
                    bar.swing().up().toString(),
                    value.amount(),
                    bar.down().amount(),
                    bar.up().amount(),
                    bar.width().amount(),
                    value.currency().getCurrencyCode());
        }
        return rows;
    }
}
