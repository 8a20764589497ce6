package io.clv.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.lifecycle.ContactPlan;
import io.clv.lifecycle.ContactRules;
import io.clv.lifecycle.PlannedTouch;
import io.clv.quantity.Money;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactCalendarTest {

    private static final Instant STAMP = Instant.parse("2026-01-01T00:00:00Z");

    private static ContactPlan plan(String customer, LocalDate due) {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        log.add(customer, LocalDate.of(2025, 12, 1), Money.parse("USD 100"));
        CustomerTable customers = log.build().summarize(LocalDate.of(2025, 12, 31));
        return ContactPlan.builder(
                        customers,
                        ContactRules.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))
                                .in(ZoneId.of("Europe/Berlin"))
                                .lead(14, 3)
                                .build())
                .occasion("contract end", row -> Optional.of(due))
                .build();
    }

    private static String written(ContactCalendar calendar) throws IOException {
        StringWriter out = new StringWriter();
        calendar.write(out);
        return out.toString();
    }

    private static List<VEvent> read(String text) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return calendar.getComponents("VEVENT");
    }

    private static String text(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    /** 10:00 in Berlin is 8:00 in UTC by summer time. */
    @Test
    void anEventIsWrittenForEachTouch() throws IOException {
        assertThat(written(ContactCalendar.of(plan("ann", LocalDate.of(2026, 5, 1)), STAMP)))
                .isEqualTo("""
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//CLV for Java//contact plan//EN
                        BEGIN:VEVENT
                        UID:90c59013-91b5-39e4-83af-39dc3986803e@clv
                        DTSTAMP:20260101T000000Z
                        DTSTART:20260417T080000Z
                        DURATION:PT15M
                        SUMMARY:ann: contract end
                        DESCRIPTION:contract end on 2026-05-01
                        CATEGORIES:contract end
                        TRANSP:TRANSPARENT
                        END:VEVENT
                        END:VCALENDAR
                        """.replace("\n", "\r\n"));
    }

    @Test
    void aPlanMadeAgainHasTheSameUids() throws IOException, ParserException {
        String uid = uid(plan("ann", LocalDate.of(2026, 5, 1)));
        assertThat(uid(plan("ann", LocalDate.of(2026, 5, 1)))).isEqualTo(uid);
        assertThat(uid(plan("ann", LocalDate.of(2026, 5, 2)))).isNotEqualTo(uid);
        assertThat(uid(plan("bob", LocalDate.of(2026, 5, 1)))).isNotEqualTo(uid);
    }

    private static String uid(ContactPlan plan) throws IOException, ParserException {
        return read(written(ContactCalendar.of(plan, STAMP)))
                .get(0)
                .getUid()
                .orElseThrow()
                .getValue();
    }

    @Test
    void textsAreEscapedAndReadBack() throws IOException, ParserException {
        String customer = "A; B, \"C\" \\ D:E\nBEGIN:VEVENT <script> 😀 مشتری " + "é".repeat(100) + "😀".repeat(100);
        VEvent event = read(written(ContactCalendar.of(plan(customer, LocalDate.of(2026, 5, 1)), STAMP)))
                .get(0);
        assertThat(text(event, "SUMMARY")).isEqualTo(customer.replace('\n', ' ') + ": contract end");
        assertThat(text(event, "DESCRIPTION")).isEqualTo("contract end on 2026-05-01");
        assertThat(event.getDateStamp().orElseThrow().getDate()).isEqualTo(STAMP);
        assertThat(Instant.from(event.<Temporal>getStartDate().orElseThrow().getDate()))
                .isEqualTo(Instant.parse("2026-04-17T08:00:00Z"));
    }

    @Property(tries = 300)
    void anyTextIsReadBack(@ForAll String customer, @ForAll String because) throws IOException, ParserException {
        PlannedTouch touch = new PlannedTouch(
                customer,
                ZonedDateTime.parse("2026-03-29T03:30+02:00[Europe/Berlin]"),
                "next visit",
                "next visit after 2025-12-01",
                Optional.empty(),
                because);
        String text = written(ContactCalendar.of(List.of(touch), STAMP));
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
        List<VEvent> events = read(text);
        assertThat(events).hasSize(1);
        assertThat(text(events.get(0), "SUMMARY")).isEqualTo((shown(customer) + ": next visit").strip());
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(each -> shown.appendCodePoint(
                        Character.isISOControl(each) || (each >= 0xD800 && each <= 0xDFFF) ? ' ' : each));
        return shown.toString();
    }

    @Test
    void aCalendarSaysWhatItIs() {
        assertThat(ContactCalendar.of(List.of(), STAMP))
                .hasToString("calendar of 0 contacts, made 2026-01-01T00:00:00Z");
    }

    @Test
    void aFileIsInUtf8(@TempDir Path folder) throws IOException, ParserException {
        Path file = folder.resolve("calls.ics");
        ContactCalendar.of(plan("مشتری", LocalDate.of(2026, 5, 1)), STAMP).write(file);
        assertThat(text(read(Files.readString(file, StandardCharsets.UTF_8)).get(0), "SUMMARY"))
                .isEqualTo("مشتری: contract end");
    }
}
