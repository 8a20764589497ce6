package io.clv.btyd;

import io.clv.ltv.Input;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import io.clv.task.Parallelism;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text form of a fitted pair of models with its terms: a line for each fact, a word and what it says. */
final class LtvText {

    private static final String FORMAT = "clv-fitted-ltv";
    private static final int VERSION = 1;

    private static final String TERM = "term";
    private static final String SPEND_OF = "spend-of";
    private static final String REPEATS = "repeat purchases";
    private static final String ALL = "all purchases";
    private static final String INTERVAL = "interval";
    private static final String TRANSACTIONS = "transactions";
    private static final String SPEND = "spend";
    private static final String ABSENT = "draws-absent";
    private static final String SEED = "draws-seed";
    private static final String FAULT = "draws-fault";
    private static final String DIAGNOSIS = "draws-diagnosis";
    private static final String DRAW = "draw";
    private static final List<String> WORDS =
            List.of(FORMAT, TERM, SPEND_OF, INTERVAL, TRANSACTIONS, SPEND, ABSENT, SEED, FAULT, DIAGNOSIS, DRAW);

    /** Parts the parameters of the two models of a draw. */
    private static final String AND = " and ";

    private static final List<Input<?>> INPUTS = List.of(
            Input.GROSS_MARGIN,
            Input.COST_TO_SERVE,
            Input.DISCOUNT,
            Input.HORIZON,
            Input.ACQUISITION_COST,
            Terms.FIRST_ORDER);

    private LtvText() {}

    static String of(FittedLtv model) {
        if (model.models().differ()) {
            throw new IllegalStateException("a model with covariates has no text form; its fits have");
        }
        if (model.models().shock().sentence().isPresent()) {
            throw new IllegalStateException("a model under a shock has no text form; the model without it has");
        }
        StringBuilder text = new StringBuilder();
        line(text, FORMAT, VERSION);
        for (Input<?> input : INPUTS) {
            model.terms().get(input).ifPresent(value -> line(text, TERM, input.name() + " " + value));
        }
        line(text, SPEND_OF, model.spending().firstIncluded() ? ALL : REPEATS);
        model.transactions().toText().lines().forEach(line -> line(text, TRANSACTIONS, line));
        model.spend().toText().lines().forEach(line -> line(text, SPEND, line));
        model.wanted().ifPresent(request -> {
            line(text, INTERVAL, request.of().label() + " " + request.level());
            model.posteriors()
                    .absence()
                    .ifPresentOrElse(
                            why -> line(text, ABSENT, why),
                            () -> draws(text, model.posteriors().drawn()));
        });
        return text.toString();
    }

    private static void draws(StringBuilder text, Posteriors.Drawn drawn) {
        line(text, SEED, drawn.seed());
        drawn.fault().ifPresent(fault -> line(text, FAULT, fault.family() + " " + fault.words()));
        drawn.trust().forEach(trust -> line(text, DIAGNOSIS, trust.family() + " " + trust.words()));
        for (int draw = 0; draw < drawn.spend().size(); draw++) {
            TransactionModel purchases = (TransactionModel) drawn.transactions().get(draw);
            line(
                    text,
                    DRAW,
                    numbers(purchases.parameters())
                            + AND
                            + numbers(drawn.spend().get(draw).parameters()));
        }
    }

    private static String numbers(Map<String, Double> parameters) {
        return parameters.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static void line(StringBuilder text, String word, Object value) {
        text.append(word).append(' ').append(value).append('\n');
    }

    static FittedLtv parse(String text) {
        Facts facts = Facts.of(text);
        TransactionFamily<?> purchases = TransactionFamily.named(facts.model(TRANSACTIONS));
        SpendFamily<?> amounts = SpendFamily.named(facts.model(SPEND));
        Fit<? extends SpendModel> spend = amounts.parse(facts.lines(SPEND));
        Optional<IntervalRequest> wanted = facts.optional(INTERVAL).map(LtvText::request);
        Fit<? extends TransactionModel> transactions = purchases.parse(facts.lines(TRANSACTIONS));
        return new FittedLtv(
                transactions,
                CustomerModels.same(transactions.model()),
                spend,
                firstIncluded(facts.one(SPEND_OF)),
                terms(facts.all(TERM), FitText.currency(spend.unitText())),
                Parallelism.sequential(),
                wanted.isPresent()
                        ? posteriors(facts, purchases, amounts)
                        : Posteriors.absent("the model was read from a text, which holds draws of the parameters only"
                                + " where intervals were asked for"),
                wanted);
    }

    private static boolean firstIncluded(String purchases) {
        if (!purchases.equals(ALL) && !purchases.equals(REPEATS)) {
            throw new IllegalArgumentException(
                    SPEND_OF + " must be '" + REPEATS + "' or '" + ALL + "', but was '" + purchases + "'");
        }
        return purchases.equals(ALL);
    }

    private static IntervalRequest request(String words) {
        for (Interval.Of of : Interval.Of.values()) {
            if (words.startsWith(of.label() + " ")) {
                return new IntervalRequest(
                        of, Ratio.parse(words.substring(of.label().length() + 1)));
            }
        }
        throw new IllegalArgumentException(INTERVAL + " must be of one of "
                + Arrays.stream(Interval.Of.values()).map(Interval.Of::label).collect(Collectors.joining(", "))
                + " and have a level, but was '" + words + "'");
    }

    private static Terms terms(List<String> lines, Optional<Currency> currency) {
        Terms terms = new Terms();
        for (String line : lines) {
            int space = Math.max(0, line.indexOf(' '));
            String name = line.substring(0, space);
            Input<?> input = INPUTS.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(TERM + " must be one of "
                            + INPUTS.stream().map(Input::name).collect(Collectors.joining(", ")) + ", but was '" + line
                            + "'"));
            set(terms, input, line.substring(space + 1), currency);
        }
        return terms;
    }

    private static <T> void set(Terms terms, Input<T> input, String value, Optional<Currency> currency) {
        // Money is written with its currency, so that of bare numbers is never used.
        terms.set(input, input.parse(value, currency.orElse(Currency.getInstance("USD"))));
    }

    private static Posteriors posteriors(Facts facts, TransactionFamily<?> purchases, SpendFamily<?> amounts) {
        Optional<String> absent = facts.optional(ABSENT);
        if (absent.isPresent()) {
            return Posteriors.absent(absent.get());
        }
        List<TransactionModel> models = new ArrayList<>();
        List<SpendModel> spend = new ArrayList<>();
        for (String draw : facts.all(DRAW)) {
            int and = draw.indexOf(AND);
            if (and < 0) {
                throw new IllegalArgumentException(
                        DRAW + " must have the parameters of both models, but was '" + draw + "'");
            }
            models.add(purchases.of(numbers(draw.substring(0, and))));
            spend.add(amounts.of(numbers(draw.substring(and + AND.length()))));
        }
        Optional<Posteriors.Trust> fault = facts.optional(FAULT).map(LtvText::trust);
        List<Posteriors.Trust> trust =
                facts.all(DIAGNOSIS).stream().map(LtvText::trust).toList();
        if (fault.isEmpty() && models.isEmpty()) {
            throw new IllegalArgumentException("a model with intervals must have draws, but had none");
        }
        if (fault.isEmpty() && trust.size() != 2) {
            throw new IllegalArgumentException(
                    "a model with intervals must have two lines '" + DIAGNOSIS + "', but had " + trust.size());
        }
        return Posteriors.of(
                new Posteriors.Drawn(seed(facts.one(SEED)), fault, trust, List.copyOf(models), List.copyOf(spend)));
    }

    private static Posteriors.Trust trust(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException(
                    "a diagnosis must have a model and what is said of its draws, but was '" + text + "'");
        }
        return new Posteriors.Trust(text.substring(0, space), text.substring(space + 1));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(SEED + " must be a whole number, but was '" + text + "'", e);
        }
    }

    private static double[] numbers(String text) {
        try {
            return Arrays.stream(text.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(DRAW + " must be of numbers, but was '" + text + "'", e);
        }
    }

    /** The lines by their first word. */
    private record Facts(Map<String, List<String>> byWord) {

        static Facts of(String text) {
            Map<String, List<String>> byWord = new LinkedHashMap<>();
            String first = text.lines().findFirst().orElse("");
            if (!first.equals(FORMAT + " " + VERSION)) {
                throw new IllegalArgumentException(
                        "line 1 must be '" + FORMAT + " " + VERSION + "', but was '" + first + "'");
            }
            int number = 0;
            for (String line : text.lines().toList()) {
                number++;
                int space = line.indexOf(' ');
                String word = space < 0 ? line : line.substring(0, space);
                String value = space < 0 ? "" : line.substring(space + 1);
                if (!WORDS.contains(word)) {
                    throw new IllegalArgumentException("line " + number + " must begin with one of "
                            + String.join(", ", WORDS) + ", but was '" + line + "'");
                }
                byWord.computeIfAbsent(word, none -> new ArrayList<>()).add(value);
            }
            return new Facts(byWord);
        }

        List<String> all(String word) {
            return byWord.getOrDefault(word, List.of());
        }

        String lines(String word) {
            return String.join("\n", all(word));
        }

        /** The name of the model whose fit these lines are. */
        String model(String word) {
            return FitText.Facts.of(lines(word)).one("model");
        }

        Optional<String> optional(String word) {
            return all(word).isEmpty() ? Optional.empty() : Optional.of(one(word));
        }

        String one(String word) {
            List<String> all = all(word);
            if (all.size() != 1) {
                throw new IllegalArgumentException(
                        "a fitted model must have one line '" + word + "', but had " + all.size());
            }
            return all.get(0);
        }
    }
}
