package io.clv.report;

import java.util.List;

/**
 * A sentence of a report, apart from any language: a code, and what stands in it. A report puts it into the language
 * that it is written in, whose texts have the code for a key; {@link #TEXT} stands for a sentence that the library gave
 * in English.
 *
 * <table>
 * <caption>The codes, what stands in each sentence, and what it says</caption>
 * <tr><th>code</th><th>arguments</th><th>says</th></tr>
 * <tr><td>tiers.usual</td><td></td><td>A are the best 5% of customers, B the next 15%, C the next 30% and D the rest</td></tr>
 * <tr><td>concentration.top-fifth</td><td>share</td><td>the best 20% of customers hold this share of the value</td></tr>
 * <tr><td>concentration.four-fifths</td><td>share</td><td>80% of the value is held by this share of customers</td></tr>
 * <tr><td>concentration.gini</td><td>number</td><td>the Gini coefficient</td></tr>
 * <tr><td>concentration.losing</td><td>count, money</td><td>so many customers are worth less than nothing, together this much</td></tr>
 * <tr><td>alive.one-time</td><td>count</td><td>P(alive) is 1 for customers without a repeat purchase by the nature of the model, and says nothing of them</td></tr>
 * <tr><td>alive.nobody-leaves</td><td></td><td>P(alive) is 1 for every customer, as in the model nobody leaves</td></tr>
 * <tr><td>tracking.error</td><td>share</td><td>by the end, the model expects this much more (or less) than came</td></tr>
 * <tr><td>hold-out.bias</td><td>count, count, share</td><td>so many purchases came, so many were forecast, which is so much off</td></tr>
 * <tr><td>hold-out.newcomers</td><td>count, count</td><td>newcomers of the hold-out and their purchases are in no forecast</td></tr>
 * <tr><td>hold-out.nobody-bought</td><td>count, date</td><td>none of so many bought in the hold-out; calibrate through an earlier date than this</td></tr>
 * <tr><td>hold-out.few</td><td>count, date</td><td>so many purchases are too few; calibrate through an earlier date than this</td></tr>
 * <tr><td>hold-out.longer</td><td>date</td><td>the hold-out is longer than customers were observed for; calibrate through a later date than this</td></tr>
 * <tr><td>stages.overdue</td><td>share, days, count</td><td>this share of gaps is so short; who has so many gaps is judged by his own</td></tr>
 * <tr><td>stages.lost</td><td>days, days, days</td><td>lost after, won back for, new for so many days</td></tr>
 * <tr><td>cohorts.newest</td><td>count, count</td><td>the newest cohorts of so many are shown</td></tr>
 * <tr><td>cohorts.largest</td><td>count, count</td><td>the largest cohorts of so many are shown</td></tr>
 * <tr><td>cohorts.ages</td><td>count</td><td>ages up to this are shown</td></tr>
 * <tr><td>cohorts.left-out</td><td>count, money</td><td>customers whose history the log cuts off are left out, and what they brought</td></tr>
 * <tr><td>channels.one-value</td><td>money</td><td>newcomers by all channels are taken to be worth the same</td></tr>
 * <tr><td>purchases.model</td><td>model, parameters, unit, count</td><td>purchases follow the model fitted to so many customers</td></tr>
 * <tr><td>spend.model</td><td>model, parameters, currency, count</td><td>spend follows the model fitted to so many customers</td></tr>
 * <tr><td>spend.model-with-first</td><td>model, parameters, currency, count</td><td>the same, read off first purchases too</td></tr>
 * <tr><td>spend.independent</td><td>number</td><td>spend is taken to be independent of frequency; their correlation</td></tr>
 * <tr><td>spend.cannot-tell</td><td></td><td>the same, and the data cannot tell</td></tr>
 * <tr><td>spend.mean</td><td>count, money</td><td>customers without a repeat purchase get the mean spend</td></tr>
 * <tr><td>spend.no-mean</td><td>count, money</td><td>customers whose purchases have no positive mean get it</td></tr>
 * <tr><td>discount.continuous</td><td></td><td>a purchase is discounted by the moment it is made</td></tr>
 * <tr><td>margin.none</td><td></td><td>no margin was given: values are revenue and not profit</td></tr>
 * <tr><td>margin.all</td><td>share</td><td>this gross margin for every customer</td></tr>
 * <tr><td>input.all</td><td>name and value</td><td>this input for every customer</td></tr>
 * <tr><td>interval.outcome</td><td>share, count</td><td>intervals at this level are of the outcome, by so many draws</td></tr>
 * <tr><td>interval.mean</td><td>share, count</td><td>intervals at this level are of the mean, by so many draws</td></tr>
 * <tr><td>customers.none</td><td></td><td>there is no customer to value</td></tr>
 * <tr><td>fit.converged</td><td>model</td><td>the likelihood has its maximum here</td></tr>
 * <tr><td>fit.at-boundary</td><td>model, directions</td><td>parameters tend to a limit: a simpler model would do</td></tr>
 * <tr><td>fit.not-identified</td><td>model, parameters</td><td>the data do not tell these parameters</td></tr>
 * <tr><td>fit.posterior</td><td>model, number</td><td>intervals rest on draws of this effective number</td></tr>
 * </table>
 *
 * @param code such as "alive.one-time"
 * @param arguments what stands in the sentence, in the order of its placeholders: {@link io.clv.quantity.Money},
 *     {@link io.clv.quantity.Ratio}, {@link java.time.LocalDate}, a {@link Number} or a text
 */
public record Sentence(String code, List<Object> arguments) {

    /** The code of a sentence whose only argument is the sentence itself, in English. */
    public static final String TEXT = "text";

    /**
     * Copies the arguments.
     *
     * @param code such as "alive.one-time"
     * @param arguments what stands in the sentence
     */
    public Sentence {
        arguments = List.copyOf(arguments);
    }

    static Sentence of(String code, Object... arguments) {
        return new Sentence(code, List.of(arguments));
    }

    static Sentence english(String text) {
        return of(TEXT, text);
    }

    /** The code and the arguments, as in "top-fifth [67.8%]"; of an English sentence the sentence. */
    @Override
    public String toString() {
        return code.equals(TEXT) ? String.valueOf(arguments.get(0)) : code + " " + arguments;
    }
}
