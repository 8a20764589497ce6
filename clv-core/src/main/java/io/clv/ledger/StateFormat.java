package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What the bytes of states begin and end with: two letters and the version of the format, the currency and the options;
 * and a checksum, since a changed digit of an amount breaks no other rule.
 *
 * @param currency the currency of all amounts
 * @param options how rows will be summarised
 */
record StateFormat(Currency currency, LedgerOptions options) {

    static final int VERSION = 1;

    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);

    private static final List<RefundPolicy> POLICIES =
            List.of(RefundPolicy.REJECT, RefundPolicy.NET, RefundPolicy.NET_DROPPING_PERIODS, RefundPolicy.IGNORE);

    private static final int REJECT_AFTER_END = 8;
    private static final int ZONE = 16;

    static void writeMagic(String letters, ByteWriter out) {
        out.write(letters.getBytes(StandardCharsets.US_ASCII));
        out.writeByte(VERSION);
    }

    /** Refuses bytes that are something else, or of a later version; {@code name} says what they should be. */
    static void requireMagic(String letters, String name, byte[] bytes) {
        int length = letters.length();
        if (bytes.length < length || !letters.equals(new String(bytes, 0, length, StandardCharsets.US_ASCII))) {
            throw new IllegalArgumentException(
                    name + " must begin with the letters " + letters + ", but these " + bytes.length + " bytes do not");
        }
        int version = bytes.length == length ? 0 : bytes[length] & 0xFF;
        if (version > VERSION) {
            throw new IllegalArgumentException(name + " is of version " + version
                    + " of the format, but this library reads up to version " + VERSION);
        }
        if (version == 0) {
            throw new IllegalArgumentException(name + " is corrupt: it has no version");
        }
    }

    void write(ByteWriter out) {
        CalendarGrid grid = options.grid();
        boolean utc = grid.zone().equals(ZoneOffset.UTC);
        out.write(currency.getCurrencyCode().getBytes(StandardCharsets.US_ASCII));
        out.writeByte(UNITS.indexOf(grid.unit())
                | UNITS.indexOf(options.unit()) << 2
                | POLICIES.indexOf(options.refunds()) << 4);
        out.writeByte(grid.firstDay().getValue()
                | (options.afterEnd() == AfterEnd.REJECT ? REJECT_AFTER_END : 0)
                | (utc ? 0 : ZONE));
        if (!utc) {
            byte[] zone = grid.zone().getId().getBytes(StandardCharsets.UTF_8);
            out.writeUnsigned(zone.length);
            out.write(zone);
        }
    }

    static StateFormat read(ByteReader in) {
        String code = new String(in.read(3), StandardCharsets.US_ASCII);
        Currency currency;
        try {
            currency = Money.currency(code);
        } catch (IllegalArgumentException e) {
            throw in.corrupt("its currency '" + code + "' is unknown");
        }
        int choices = in.readByte();
        int more = in.readByte();
        int firstDay = more & 7;
        if (choices >= 64 || firstDay == 0 || more >= 32) {
            throw in.corrupt("an option is unknown");
        }
        ZoneId zone = (more & ZONE) == 0 ? ZoneOffset.UTC : readZone(in);
        CalendarGrid grid = new CalendarGrid(UNITS.get(choices & 3), DayOfWeek.of(firstDay), zone);
        return new StateFormat(
                currency,
                new LedgerOptions(
                        grid,
                        UNITS.get(choices >> 2 & 3),
                        POLICIES.get(choices >> 4),
                        (more & REJECT_AFTER_END) == 0 ? AfterEnd.LEAVE_OUT : AfterEnd.REJECT));
    }

    private static ZoneId readZone(ByteReader in) {
        String id = new String(in.read(in.readUnsigned()), StandardCharsets.UTF_8);
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw in.corrupt("this Java has no zone '" + id + "'");
        }
    }

    /** Refuses to put two states together that were not made alike. */
    void requireSame(StateFormat other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "states must be of one currency to be merged, but were in " + currency + " and " + other.currency);
        }
        if (!options.equals(other.options)) {
            throw new IllegalArgumentException(
                    "states must have the same options to be merged, but were " + options + "; and " + other.options);
        }
    }

    /** Refuses a summary for which too little is kept. */
    void requireSuits(LocalDate observedThrough, SealedRanges sealed, LedgerOptions other) {
        int lastDay = EpochDays.of("observedThrough", observedThrough);
        Optional<Integer> lastSealed = sealed.last();
        if (lastSealed.isPresent() && lastSealed.get() > lastDay) {
            throw new IllegalArgumentException(
                    "observedThrough must not be before " + LocalDate.ofEpochDay(lastSealed.get())
                            + ", through which only counts are kept, but was " + observedThrough);
        }
        if (!options.grid().equals(other.grid()) || options.refunds() != other.refunds()) {
            throw new IllegalArgumentException("states that were collapsed to " + options.grid() + ", refunds "
                    + options.refunds() + ", cannot be summarised by " + other.grid() + ", refunds " + other.refunds());
        }
    }

    static int intAt(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }

    static int checksum(byte[] bytes, int from, int to) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        return (int) checksum.getValue();
    }
}
