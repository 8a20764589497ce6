package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TwoWayTest {

    @Test
    void twoEvaluationsOfDifferentMethodAgree() {
        assertThat(new TwoWayStudy(20).run(20_000)).isEmpty();
    }
}
