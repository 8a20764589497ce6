package io.clv.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Times that clocks jump over or pass twice. */
class ContactMomentTest {

    private static ContactRules.Builder on(String date, String zone, String time) {
        return ContactRules.between(LocalDate.parse(date), LocalDate.parse(date))
                .in(ZoneId.of(zone))
                .at(LocalTime.parse(time));
    }

    private static ZonedDateTime moment(ContactRules rules) {
        return ContactDays.moment(rules, rules.first()).orElseThrow();
    }

    @Test
    void aTimeThatClocksJumpOverIsTheOneAfterTheGap() {
        assertThat(moment(on("2026-03-29", "Europe/Berlin", "02:30").build()))
                .hasToString("2026-03-29T03:30+02:00[Europe/Berlin]");
    }

    @Test
    void afterTheGapTheQuietHoursHold() {
        ContactRules.Builder rules =
                on("2026-03-29", "Europe/Berlin", "02:30").quietHours(LocalTime.of(3, 0), LocalTime.of(8, 0));
        assertThat(moment(rules.build())).hasToString("2026-03-29T08:00+02:00[Europe/Berlin]");
    }

    @Test
    void aDayWhoseRestIsQuietHasNoMoment() {
        ContactRules rules = on("2026-03-29", "Europe/Berlin", "02:30")
                .quietHours(LocalTime.of(3, 0), LocalTime.of(2, 0))
                .build();
        // 02:00, when the quiet hours end, does not exist either and is 03:00
        assertThat(ContactDays.moment(rules, rules.first())).isEmpty();
    }

    @Test
    void ofTwoTimesThatAreAlikeItIsTheFirst() {
        assertThat(moment(on("2026-10-25", "Europe/Berlin", "02:30").build()))
                .hasToString("2026-10-25T02:30+02:00[Europe/Berlin]");
    }

    @Test
    void aDayMayBeginAtOne() {
        assertThat(moment(on("2018-11-04", "America/Sao_Paulo", "00:00").build()))
                .hasToString("2018-11-04T01:00-02:00[America/Sao_Paulo]");
    }

    @Test
    void aDateThatClocksJumpOverHasNoMoment() {
        ContactRules rules = on("2011-12-30", "Pacific/Apia", "10:00").build();
        assertThat(ContactDays.moment(rules, rules.first())).isEmpty();
    }
}
