package io.clv.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CodePointsTest {

    /** Text with surrogates in pairs and alone, and their neighbours. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of('a', 'b', '\uD7FF', '\uD800', '\uD83D', '\uDC00', '\uDE00', '\uE000', '\uFFFF')
                .list()
                .ofMaxSize(6)
                .map(units -> {
                    StringBuilder text = new StringBuilder();
                    units.forEach(text::append);
                    return text.toString();
                });
    }

    @Property
    void theOrderIsThatOfArraysOfCodePoints(@ForAll("texts") String a, @ForAll("texts") String b) {
        int expected = Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
        assertThat(Integer.signum(CodePoints.ORDER.compare(a, b))).isEqualTo(Integer.signum(expected));
    }

    @Test
    void anEmojiComesAfterEveryCharacterOfOneUnit() {
        assertThat("😀".compareTo("\uFFFD")).isNegative();
        assertThat(CodePoints.ORDER.compare("😀", "\uFFFD")).isPositive();
    }
}
