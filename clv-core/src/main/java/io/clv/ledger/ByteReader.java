package io.clv.ledger;

import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote, and refuses what it cannot have written. */
final class ByteReader {

    private final String name;
    private final byte[] bytes;
    private final int end;
    private int at;

    /** Reads {@code bytes[0, end)}; {@code name} says in messages what they are. */
    ByteReader(String name, byte[] bytes, int end) {
        this.name = name;
        this.bytes = bytes;
        this.end = end;
    }

    /** The refusal of these bytes; {@code rule} is what they break. */
    IllegalArgumentException corrupt(String rule) {
        return new IllegalArgumentException(name + " is corrupt: " + rule + ", at byte " + at + " of " + end);
    }

    int readByte() {
        if (at == end) {
            throw corrupt("it ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    byte[] read(long length) {
        if (length < 0 || length > end - at) {
            throw corrupt("it ends too early");
        }
        at += (int) length;
        return Arrays.copyOfRange(bytes, at - (int) length, at);
    }

    long readUnsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            long next = readByte();
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                if (shift == 63 && next > 1) {
                    break;
                }
                return value;
            }
        }
        throw corrupt("a number is beyond 64 bits");
    }

    /** A number without sign from {@code least} to {@code most}, neither below zero. */
    long readUnsigned(String what, long least, long most) {
        long value = readUnsigned();
        if (value < least || value > most) {
            throw corrupt(
                    what + " must be from " + least + " to " + most + ", but was " + Long.toUnsignedString(value));
        }
        return value;
    }

    long readSigned() {
        long value = readUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    boolean isAtEnd() {
        return at == end;
    }

    void requireEnd() {
        if (at != end) {
            throw corrupt("there are " + (end - at) + " bytes too many");
        }
    }
}
