package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results are the same in every locale and time zone. */
class LocaleTest {

    private static final String LOG = Run.file("logs/shop.csv");

    private static String everything() {
        StringBuilder all = new StringBuilder();
        for (String format : new String[] {"table", "csv", "json"}) {
            all.append(Run.of("value", "--format", format));
            all.append(Run.of(
                    "value", LOG, "--margin", "30%", "--discount", "15%", "--model", "discounted", "--format", format));
            all.append(Run.of("fit", LOG, "--prior", "weak", "--format", format));
            all.append(Run.of("predict", LOG, "--prior", "weak", "--delta", "0.002", "--format", format));
            all.append(Run.of("simulate", "--customers", "1200", "--format", format));
            all.append(Run.of("summarize", LOG, "--unit", "months", "--granularity", "week", "--format", format));
            all.append(Run.of(
                    "ltv",
                    "simple",
                    "--average-order-value",
                    "1234.5",
                    "--orders-per-year",
                    "4",
                    "--lifespan-years",
                    "3",
                    "--format",
                    format));
        }
        all.append(Run.of("summarize", LOG, "--amount", "Note"));
        all.append(Run.of("VALUE", "--FORMAT", "xml"));
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar-EG-u-nu-arab",
                "fa-IR-u-nu-arabext",
                "tr-TR",
                "de-DE",
                "hi-IN-u-nu-deva",
                "th-TH-u-ca-buddhist"
            })
    void noLocaleMakesADifference(String tag) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            String expected = everything();

            Locale.setDefault(Locale.forLanguageTag(tag));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(everything()).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
