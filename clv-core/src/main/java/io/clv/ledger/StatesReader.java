package io.clv.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link StatesWriter} wrote, and checks every byte of it. */
final class StatesReader {

    private final InputStream stream;

    StatesReader(InputStream stream) {
        this.stream = stream;
    }

    CustomerStates read() throws IOException {
        StateFormat.requireMagic(StatesWriter.MAGIC, StatesWriter.NAME, stream.readNBytes(3));
        ByteReader in = nextPart();
        StateFormat format = StateFormat.read(in);
        SealedRanges sealed = HistoryReader.readRanges(in);
        int kind = (int) in.readUnsigned("the kind of the ids", StatesWriter.NUMBERS, StatesWriter.TEXTS);
        int size = (int) in.readUnsigned("the number of customers", 0, Integer.MAX_VALUE - 8);
        in.requireEnd();
        StateColumns columns = new Customers(format, sealed, kind == StatesWriter.NUMBERS).read(size);
        if (stream.read() >= 0) {
            throw corrupt("something comes after it");
        }
        return new CustomerStates(format.currency(), format.options(), sealed, columns);
    }

    private static IllegalArgumentException corrupt(String rule) {
        return new IllegalArgumentException(StatesWriter.NAME + " is corrupt: " + rule);
    }

    private ByteReader nextPart() throws IOException {
        int length = readInt();
        // Reads as much as there is before it makes room for more, whatever the length says.
        byte[] content = stream.readNBytes(Math.max(0, length));
        if (content.length != length) {
            throw corrupt("it ends too early");
        }
        if (readInt() != StateFormat.checksum(content, 0, length)) {
            throw corrupt("a checksum is not that of its bytes");
        }
        return new ByteReader(StatesWriter.NAME, content, length);
    }

    private int readInt() throws IOException {
        byte[] bytes = stream.readNBytes(Integer.BYTES);
        if (bytes.length < Integer.BYTES) {
            throw corrupt("it ends too early");
        }
        return StateFormat.intAt(bytes, 0);
    }

    /** The customers as they come. */
    private final class Customers {

        private final StateFormat format;
        private final SealedRanges sealed;
        private final boolean numbers;
        private final List<byte[]> histories = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private long[] keys = new long[64];

        Customers(StateFormat format, SealedRanges sealed, boolean numbers) {
            this.format = format;
            this.sealed = sealed;
            this.numbers = numbers;
        }

        StateColumns read(int size) throws IOException {
            while (histories.size() < size) {
                ByteReader in = nextPart();
                boolean begins = true;
                do {
                    readId(in, begins);
                    histories.add(HistoryWriter.toBytes(readHistory(in)));
                    begins = false;
                } while (histories.size() < size && !in.isAtEnd());
                in.requireEnd();
            }
            Ids ids = numbers ? Ids.ofNumbers(Arrays.copyOf(keys, size)) : Ids.ofTexts(texts.toArray(String[]::new));
            return new StateColumns(ids, histories.toArray(byte[][]::new));
        }

        private void readId(ByteReader in, boolean begins) {
            int row = histories.size();
            boolean ascends;
            if (numbers) {
                if (row == keys.length) {
                    keys = Arrays.copyOf(keys, (int) Math.min(Integer.MAX_VALUE - 8L, row * 2L));
                }
                keys[row] = begins ? in.readSigned() : keys[row - 1] + in.readUnsigned();
                ascends = row == 0 || keys[row] > keys[row - 1];
            } else {
                texts.add(StateId.read(in));
                ascends = row == 0 || CodePoints.ORDER.compare(texts.get(row), texts.get(row - 1)) > 0;
            }
            if (!ascends) {
                throw in.corrupt("ids must ascend");
            }
        }

        private History readHistory(ByteReader in) {
            History history = HistoryReader.read(in, format.options());
            if (history.pieces().isEmpty()) {
                throw in.corrupt("a customer must have rows");
            }
            if (!sealed.plus(history.sealed()).equals(sealed)) {
                throw in.corrupt("a customer is sealed where not all are");
            }
            return history;
        }
    }
}
