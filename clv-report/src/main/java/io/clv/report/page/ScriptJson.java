package io.clv.report.page;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON that may stand inside an element of HTML: nothing in it ends a script, opens a comment or begins an entity,
 * because every such sign is written as an escape. The members of an object stand in the order of their names.
 */
final class ScriptJson {

    private final StringBuilder text = new StringBuilder();

    private ScriptJson() {}

    static String of(Object value) {
        ScriptJson json = new ScriptJson();
        json.append(value);
        return json.text.toString();
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            text.append("null");
        } else if (value instanceof Optional<?> optional) {
            append(optional.orElse(null));
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Iterable<?> list) {
            array(list.iterator());
        } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            text.append(value);
        } else if (value instanceof Double number) {
            number(number);
        } else {
            string(value.toString());
        }
    }

    private void object(Map<?, ?> map) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        text.append('{');
        sorted.forEach((name, value) -> {
            if (text.charAt(text.length() - 1) != '{') {
                text.append(',');
            }
            string(name);
            text.append(':');
            append(value);
        });
        text.append('}');
    }

    private void array(Iterator<?> values) {
        text.append('[');
        while (values.hasNext()) {
            append(values.next());
            if (values.hasNext()) {
                text.append(',');
            }
        }
        text.append(']');
    }

    private void number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("number of a chart must be finite, but was " + value);
        }
        long whole = (long) value;
        if (whole == value) {
            text.append(whole);
        } else {
            text.append(value);
        }
    }

    private void string(String value) {
        text.append('"');
        for (int at = 0; at < value.length(); at++) {
            char sign = value.charAt(at);
            if (sign < ' ' || "\"\\<>&'\u2028\u2029\u007f".indexOf(sign) >= 0 || Character.isSurrogate(sign)) {
                text.append("\\u");
                String code = Integer.toHexString(sign);
                text.append("0".repeat(4 - code.length())).append(code);
            } else {
                text.append(sign);
            }
        }
        text.append('"');
    }
}
