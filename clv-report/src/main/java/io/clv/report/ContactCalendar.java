package io.clv.report;

import io.clv.lifecycle.ContactPlan;
import io.clv.lifecycle.PlannedTouch;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A contact plan as a calendar (iCalendar, RFC 5545) that mail programs read: an event for each touch, with the
 * customer and the reason.
 *
 * <pre>{@code
 * ContactCalendar.of(plan, Instant.parse("2026-01-01T00:00:00Z")).write(Path.of("calls.ics"));
 * }</pre>
 *
 * <p>An event has the same UID in every calendar that is written for the same customer, reason and
 * {@link PlannedTouch#key}: a calendar that is read again moves the event and does not double it. Times are in UTC, so
 * that no definition of a time zone need be carried along. Nothing depends on the clock: what is to be written as the
 * time of making (DTSTAMP) is given. Events are written one after the other, so that a plan of any size needs no more
 * memory. The same touches and the same stamp give the same bytes. Immutable.
 */
public final class ContactCalendar {

    private static final String PRODUCT = "-//CLV for Java//contact plan//EN";
    private static final Duration LENGTH = Duration.ofMinutes(15);

    private final List<PlannedTouch> touches;
    private final Instant stamp;

    private ContactCalendar(List<PlannedTouch> touches, Instant stamp) {
        this.touches = touches;
        this.stamp = stamp;
    }

    /**
     * All touches of a plan.
     *
     * @param plan the plan
     * @param stamp when the calendar is said to be made
     * @return the calendar
     */
    public static ContactCalendar of(ContactPlan plan, Instant stamp) {
        return new ContactCalendar(plan.touches(), stamp);
    }

    /**
     * Some touches, such as those of a day or of one seller's customers.
     *
     * @param touches in the order in which they are to be written; not to be changed afterwards
     * @param stamp when the calendar is said to be made
     * @return the calendar
     */
    public static ContactCalendar of(List<PlannedTouch> touches, Instant stamp) {
        return new ContactCalendar(touches, stamp);
    }

    /**
     * Writes the calendar to a file in UTF-8, over what is there.
     *
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(out);
        }
    }

    /**
     * Writes the calendar; what is written to must be in UTF-8 and is not closed.
     *
     * @param out where to
     * @throws IOException if it cannot be written
     */
    public void write(Writer out) throws IOException {
        FoldedLines lines = new FoldedLines(out);
        lines.write("BEGIN:VCALENDAR\r\n");
        lines.write(ImmutableVersion.VERSION_2_0.toString());
        lines.write(new ProdId(PRODUCT).toString());
        for (PlannedTouch touch : touches) {
            lines.write(event(touch).toString());
        }
        lines.write("END:VCALENDAR\r\n");
        out.flush();
    }

    private VEvent event(PlannedTouch touch) {
        Instant start = touch.moment().toInstant();
        List<Property> properties = List.of(
                new Uid(uid(touch)),
                new DtStamp(stamp),
                new DtStart<>(start),
                new net.fortuna.ical4j.model.property.Duration(LENGTH),
                new Summary(clean(touch.customer() + ": " + touch.reason())),
                new Description(clean(touch.because())),
                new Categories(clean(touch.reason())),
                ImmutableTransp.TRANSPARENT);
        return new VEvent(new PropertyList(properties));
    }

    private static String uid(PlannedTouch touch) {
        // lengths keep ("ab", "c") from being ("a", "bc")
        String name = touch.customer().length() + ":" + touch.customer()
                + touch.reason().length() + ":" + touch.reason() + touch.key();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@clv";
    }

    /**
     * Control characters must not stand in the text of a calendar, and half a character in no text; blanks around it
     * are lost by those who read it.
     */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            boolean good = !Character.isISOControl(each) && Character.getType(each) != Character.SURROGATE;
            clean.appendCodePoint(good ? each : ' ');
        });
        return clean.toString().strip();
    }

    @Override
    public String toString() {
        return "calendar of " + touches.size() + " contacts, made " + stamp;
    }
}
