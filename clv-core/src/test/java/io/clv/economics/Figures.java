package io.clv.economics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.Basis;
import io.clv.quantity.Estimate;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Small inputs that several tests share. */
final class Figures {

    private Figures() {}

    static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    /** A newcomer's lifetime profit, and a cost of acquisition that must not count. */
    static Estimate newcomer(double profit) {
        return Estimate.builder("stated", Money.currency("USD"))
                .measure(Measure.PROFIT)
                .part("margin", profit)
                .part(Estimate.ACQUISITION_COST, -40)
                .build();
    }

    static Estimate residual(double profit) {
        return Estimate.builder("stated", Money.currency("USD"))
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .measure(Measure.PROFIT)
                .part("margin", profit)
                .build();
    }

    static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    static Newcomers newcomers(Object... campaignsAndCounts) {
        Map<Campaign, Long> counts = new java.util.HashMap<>();
        for (int i = 0; i < campaignsAndCounts.length; i += 2) {
            counts.put((Campaign) campaignsAndCounts[i], ((Integer) campaignsAndCounts[i + 1]).longValue());
        }
        return Newcomers.of(counts);
    }
}
