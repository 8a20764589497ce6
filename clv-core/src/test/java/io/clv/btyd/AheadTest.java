package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AheadTest {

    @Test
    void twoEvaluationsOfDifferentMethodAgree() {
        assertThat(new AheadStudy(20).run(20_000)).isEmpty();
    }
}
