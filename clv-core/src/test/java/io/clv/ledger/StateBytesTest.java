package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Bytes that are no state are refused as documented, whatever they are. */
class StateBytesTest {

    private static final CustomerState STATE = CustomerState.of("c", USD, LedgerOptions.defaults())
            .add(19_000, 1250)
            .add(19_100, 300)
            .sealThrough(LocalDate.ofEpochDay(19_050));

    @Provide
    Arbitrary<List<SlowSummary.Row>> rows() {
        return Logs.texts();
    }

    @Provide
    Arbitrary<LedgerOptions> options() {
        return Logs.options();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Logs.dates();
    }

    private static byte[] bytes(CustomerStates states) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            states.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static CustomerStates states(byte[] bytes) throws IOException {
        return CustomerStates.readFrom(new ByteArrayInputStream(bytes));
    }

    /** Bytes with the checksum that they should have. */
    private static byte[] signed(byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put(content)
                .putInt(StateFormat.checksum(content, 0, content.length))
                .array();
    }

    private static byte[] withoutChecksum(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - 4);
    }

    @Test
    void everyChangedOrMissingByteIsFound() {
        byte[] bytes = STATE.toBytes();
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> CustomerState.parse(changed)).isInstanceOf(IllegalArgumentException.class);
            }
            byte[] cut = Arrays.copyOf(bytes, at);
            assertThatThrownBy(() -> CustomerState.parse(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> CustomerState.parse(longer)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyChangedOrMissingByteOfManyStatesIsFound() {
        byte[] bytes = bytes(CustomerStates.of(USD, LedgerOptions.defaults(), List.of(STATE)));
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> states(changed)).isInstanceOf(IllegalArgumentException.class);
            }
            byte[] cut = Arrays.copyOf(bytes, at);
            assertThatThrownBy(() -> states(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property(tries = 5000)
    void changedBytesWithARightChecksumAreRefusedOrAreAState(
            @ForAll("rows") List<SlowSummary.Row> rows,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate sealed,
            @ForAll @IntRange(min = 1, max = 4) int changes,
            @ForAll Random random) {
        CustomerState state = CustomerState.of("c", USD, options);
        for (SlowSummary.Row row : rows) {
            state = state.add((int) row.date().toEpochDay(), row.minor());
        }
        byte[] content = withoutChecksum(
                random.nextBoolean()
                        ? state.sealThrough(sealed).toBytes()
                        : state.seal(sealed, sealed.plusDays(random.nextInt(300)))
                                .toBytes());
        for (int i = 0; i < changes; i++) {
            // Behind the letters and the version, which have tests of their own.
            content[3 + random.nextInt(content.length - 3)] = (byte) random.nextInt(256);
        }
        CustomerState read;
        try {
            read = CustomerState.parse(signed(content));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("a customer's state is corrupt: ");
            return;
        }
        assertThat(CustomerState.parse(read.toBytes())).isEqualTo(read);
        LocalDate end = read.sealedThrough().orElse(sealed);
        try {
            assertThat(read.summarize(end).size()).isLessThanOrEqualTo(1);
            assertThat(read.sealThrough(end).summarize(end)).isEqualTo(read.summarize(end));
        } catch (ArithmeticException e) {
            assertThat(e).hasMessageContaining("beyond the range of");
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("is after the end of observation");
        }
    }

    @Property(tries = 2000)
    void changedPartsWithARightChecksumAreRefusedOrAreStates(
            @ForAll("rows") List<SlowSummary.Row> rows,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate sealed,
            @ForAll Random random)
            throws IOException {
        CustomerStates states = CustomerStates.of(Logs.ofTexts(rows), options).sealThrough(sealed);
        byte[] bytes = bytes(states);
        int firstLength = ByteBuffer.wrap(bytes, 3, 4).getInt();
        int begin = 3;
        int length = firstLength;
        if (states.size() > 0 && random.nextInt(4) > 0) {
            begin = 3 + 8 + firstLength;
            length = ByteBuffer.wrap(bytes, begin, 4).getInt();
        }
        bytes[begin + 4 + random.nextInt(length)] = (byte) random.nextInt(256);
        ByteBuffer.wrap(bytes).putInt(begin + 4 + length, StateFormat.checksum(bytes, begin + 4, begin + 4 + length));
        try {
            CustomerStates read = states(bytes);
            assertThat(states(bytes(read))).isEqualTo(read);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("a set of states is corrupt: ");
        }
    }

    @Property(tries = 2000)
    void anyBytesAtAllAreRefused(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> CustomerState.parse(bytes)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CustomerState.parse(headed("CS", bytes))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> states(bytes)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> states(headed("CT", bytes))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] headed(String letters, byte[] bytes) {
        byte[] all = Arrays.copyOf(letters.getBytes(StandardCharsets.US_ASCII), 3 + bytes.length);
        all[2] = 1;
        System.arraycopy(bytes, 0, all, 3, bytes.length);
        return all;
    }

    @Test
    void messagesSayWhatIsWrong() {
        assertThatThrownBy(() -> CustomerState.parse(new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a customer's state must begin with the letters CS, but these 0 bytes do not");
        assertThatThrownBy(() -> states("PAR1".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a set of states must begin with the letters CT, but these 3 bytes do not");
        byte[] newer = STATE.toBytes();
        newer[2] = 2;
        assertThatThrownBy(() -> CustomerState.parse(newer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a customer's state is of version 2 of the format, but this library reads up to version 1");
        newer[2] = 0;
        assertThatThrownBy(() -> CustomerState.parse(newer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a customer's state is corrupt: it has no version");
        byte[] bytes = STATE.toBytes();
        bytes[20]++;
        assertThatThrownBy(() -> CustomerState.parse(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a customer's state is corrupt: its checksum is not that of its bytes, at byte 0 of "
                        + (bytes.length - 4));
        assertThatThrownBy(() -> CustomerState.parse(signed(Arrays.copyOf(withoutChecksum(STATE.toBytes()), 30))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a customer's state is corrupt: it ends too early, at byte 30 of 30");
        assertThatThrownBy(() -> CustomerState.parse(
                        signed(Arrays.copyOf(withoutChecksum(STATE.toBytes()), STATE.toBytes().length))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("a customer's state is corrupt: there are 4 bytes too many, at byte \\d+ of \\d+");
        byte[] currency = withoutChecksum(STATE.toBytes());
        currency[3] = 'Q';
        assertThatThrownBy(() -> CustomerState.parse(signed(currency)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a customer's state is corrupt: its currency 'QSD' is unknown, at byte 6 of ");
    }

    @Test
    void anUnknownZoneIsNamed() {
        LedgerOptions options =
                LedgerOptions.collapse(ChronoUnit.DAYS).grid(CalendarGrid.days().in(ZoneId.of("Europe/Berlin")));
        byte[] bytes = withoutChecksum(CustomerState.of("c", USD, options).toBytes());
        bytes[9] = 'X';
        assertThatThrownBy(() -> CustomerState.parse(signed(bytes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "a customer's state is corrupt: this Java has no zone 'Xurope/Berlin', at byte");
    }

    @Test
    void aFailingStreamIsNotCorruption() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThatThrownBy(() -> CustomerStates.readFrom(closed))
                .isInstanceOf(IOException.class)
                .hasMessage("Stream closed");
    }

    @Test
    void somethingAfterTheStatesIsRefused() {
        byte[] bytes = bytes(CustomerStates.of(USD, LedgerOptions.defaults(), List.of(STATE)));
        assertThatThrownBy(() -> states(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a set of states is corrupt: something comes after it");
    }

    /** The first version of the format, byte by byte: what is stored today must be read by every later version. */
    @Test
    void theFormatStands() {
        assertThat(toHex(STATE.toBytes()))
                .isEqualTo("435301555344040101026303d4a902010c01f0a8020000c41301b8aa0204d8048152e7b4");
        assertThat(toHex(everything().toBytes()))
                .isEqualTo("4353014a5059191f0c417369612f4b6f6c6b61746100d704020020072f03f7ffffffffffffffff01010112"
                        + "0002040210001e0003010101092805140105000affffffffffffffffff0102e75924c9");
        assertThat(CustomerState.parse(everything().toBytes())).isEqualTo(everything());
        assertThat(toHex(bytes(CustomerStates.of(USD, LedgerOptions.defaults(), List.of(STATE)))))
                .isEqualTo("4354010000000b555344040103d4a9020101e93477b000000017026303d4a902010c01f0a8020000c41301"
                        + "b8aa0204d8043d1de688");
    }

    /** A sealed range that begins and ends within a week, with sums beyond 64 bits; and refunds on both sides. */
    private static CustomerState everything() {
        LedgerOptions options = new LedgerOptions(
                CalendarGrid.weeks(DayOfWeek.SUNDAY).in(ZoneId.of("Asia/Kolkata")),
                ChronoUnit.MONTHS,
                RefundPolicy.NET,
                AfterEnd.REJECT);
        return CustomerState.of(-300, Money.currency("JPY"), options)
                .add(-1, -5)
                .add(0, 1)
                .add(1, -Long.MAX_VALUE)
                .add(1, -Long.MAX_VALUE)
                .add(1, -Long.MAX_VALUE)
                .add(10, 7)
                .add(30, 8)
                .add(32, 9)
                .add(40, 10)
                .add(40, -3)
                .add(41, Long.MAX_VALUE)
                .add(41, 1)
                .seal(LocalDate.ofEpochDay(0), LocalDate.ofEpochDay(32));
    }

    private static String toHex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte value : bytes) {
            hex.append(String.format("%02x", value));
        }
        return hex.toString();
    }
}
