package io.clv.ledger;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text ids as bytes: UTF-8, or where an id holds half of a surrogate pair, which UTF-8 cannot say, as UTF-16. */
final class StateId {

    private StateId() {}

    static void write(String id, ByteWriter out) {
        byte[] bytes;
        int utf16 = 0;
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(id));
            bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
        } catch (CharacterCodingException e) {
            utf16 = 1;
            bytes = new byte[id.length() * 2];
            ByteBuffer.wrap(bytes).asCharBuffer().put(id);
        }
        out.writeUnsigned((long) bytes.length << 1 | utf16);
        out.write(bytes);
    }

    static String read(ByteReader in) {
        long header = in.readUnsigned();
        ByteBuffer bytes = ByteBuffer.wrap(in.read(header >>> 1));
        String id;
        if ((header & 1) != 0) {
            id = bytes.asCharBuffer().toString();
        } else {
            try {
                id = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(bytes)
                        .toString();
            } catch (CharacterCodingException e) {
                throw in.corrupt("an id is no UTF-8");
            }
        }
        if (id.isBlank()) {
            throw in.corrupt("an id must not be blank");
        }
        return id;
    }
}
