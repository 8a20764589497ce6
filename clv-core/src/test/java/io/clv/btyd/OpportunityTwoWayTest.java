package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpportunityTwoWayTest {

    @Test
    void twoEvaluationsOfDifferentMethodAgree() {
        assertThat(new OpportunityStudy(20).run(20_000)).isEmpty();
    }
}
