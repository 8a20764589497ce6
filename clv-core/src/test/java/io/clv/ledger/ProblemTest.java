package io.clv.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void readsAsOneLine() {
        assertThat(new Problem(17, "amount", "abc", "must be a number"))
                .hasToString("line 17, amount 'abc': must be a number");
        assertThat(new Problem(-1, "amount", "abc", "must be a number")).hasToString("amount 'abc': must be a number");
        assertThat(new Problem(3, "", "", "has 2 fields, but the header has 3"))
                .hasToString("line 3: has 2 fields, but the header has 3");
        assertThat(new Problem(-1, "", "", "has no header")).hasToString("has no header");
    }

    @Test
    void linesCountFromOne() {
        assertThatThrownBy(() -> new Problem(0, "amount", "abc", "must be a number"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line must be at least 1, or -1 if not known, but was 0");
        assertThatThrownBy(() -> new Problem(-2, "amount", "abc", "must be a number"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line must be at least 1, or -1 if not known, but was -2");
    }
}
