package io.clv.spark;

import io.clv.ledger.CustomerStates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** States of many customers as the bytes of a cell. */
final class StatesBytes {

    private StatesBytes() {}

    static byte[] of(CustomerStates states) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            states.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written to", e);
        }
        return out.toByteArray();
    }

    static CustomerStates parse(byte[] bytes) {
        try {
            return CustomerStates.readFrom(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }
}
