package io.clv.examples.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library's messages name what a Java program would call; here the same is an option. */
final class InOptions {

    private static final Map<String, String> OPTIONS = Map.of(
            "ChurnRule.inactiveFor(days(60))",
            "--inactivity '60 days'",
            "otherwise(label) names the rest",
            "--rfm-segment others=all names the rest",
            "AfterEnd.LEAVE_OUT",
            "--after-end leave-out",
            "atRiskAfter(days(90))",
            "--at-risk-after '90 days'",
            "ignoring(...) names",
            "--ignore-contacts names",
            "the first purchase may be included",
            "--spend-includes-first includes the first purchase",
            "collapse purchases into the periods in which a customer can buy once, and count time in the same unit, as"
                    + " collapse(YEARS) does",
            "give --granularity and --unit the same period");

    private InOptions() {}

    static String say(@Nullable String message) {
        String said = String.valueOf(message);
        for (Map.Entry<String, String> option : OPTIONS.entrySet()) {
            said = said.replace(option.getKey(), option.getValue());
        }
        return said;
    }
}
