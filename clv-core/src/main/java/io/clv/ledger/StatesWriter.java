package io.clv.ledger;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes states of many customers: letters and version, then parts of about a megabyte, each with its length before it
 * and its checksum after it. The first part holds what is common to all, the others customers in order.
 */
final class StatesWriter {

    static final String MAGIC = "CT";
    static final String NAME = "a set of states";
    static final int NUMBERS = 0;
    static final int TEXTS = 1;

    private static final int PART = 1 << 20;

    private final OutputStream out;
    private final ByteWriter part = new ByteWriter();

    private StatesWriter(OutputStream out) {
        this.out = out;
    }

    static void write(CustomerStates states, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        new StatesWriter(buffered).write(states);
        buffered.flush();
    }

    private void write(CustomerStates states) throws IOException {
        StateColumns columns = states.columns();
        StateFormat.writeMagic(MAGIC, part);
        out.write(part.toBytes());
        part.clear();
        new StateFormat(states.currency(), states.options()).write(part);
        HistoryWriter.writeRanges(states.sealed(), part);
        part.writeByte(columns.ids.areNumbers() ? NUMBERS : TEXTS);
        part.writeUnsigned(columns.size());
        endPart();
        for (int row = 0; row < columns.size(); row++) {
            if (!columns.ids.areNumbers()) {
                StateId.write(columns.ids.text(row), part);
            } else if (part.size() == 0) {
                part.writeSigned(columns.ids.key(row));
            } else {
                part.writeUnsigned(columns.ids.key(row) - columns.ids.key(row - 1));
            }
            part.write(columns.bytes(row));
            if (part.size() >= PART || row == columns.size() - 1) {
                endPart();
            }
        }
    }

    private void endPart() throws IOException {
        byte[] content = part.toBytes();
        part.clear();
        part.writeInt(content.length);
        part.write(content);
        part.writeInt(StateFormat.checksum(content, 0, content.length));
        out.write(part.toBytes());
        part.clear();
    }
}
