package io.clv.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The languages that a report can be written in, with the digits that are usual in them. */
enum Language {
    ENGLISH("en", "latn", Numerals.LATIN, false),
    ARABIC("ar", "arab", Numerals.ARABIC, true),
    PERSIAN("fa", "arabext", Numerals.PERSIAN, true);

    private final String code;
    private final Numerals numerals;
    private final boolean rightToLeft;
    private final Locale locale;

    Language(String code, String digits, Numerals numerals, boolean rightToLeft) {
        this.code = code;
        this.numerals = numerals;
        this.rightToLeft = rightToLeft;
        locale = Locale.forLanguageTag(code + "-u-nu-" + digits);
    }

    static Language of(Locale locale) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(locale.getLanguage()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("language must be one of "
                        + Arrays.stream(values()).map(each -> each.code).collect(Collectors.joining(", "))
                        + ", but was '" + locale.toLanguageTag() + "'"));
    }

    /** The language with its digits. */
    Locale locale() {
        return locale;
    }

    String code() {
        return code;
    }

    Numerals numerals() {
        return numerals;
    }

    boolean isRightToLeft() {
        return rightToLeft;
    }
}
