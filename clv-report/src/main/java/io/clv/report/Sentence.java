package io.clv.report;

import java.util.List;

/**
 * A sentence of a report, apart from any language: a code, and what stands in it. A report puts it into the language
 * that it is written in; {@link #TEXT} stands for a sentence that the library gave in English.
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
