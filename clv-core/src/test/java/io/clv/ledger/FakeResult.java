package io.clv.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result of a query made by hand, which fails the test if anything but reading forward is asked of it. */
final class FakeResult {

    private record Column(String label, int type, String typeName, int precision, int scale) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private int at = -1;
    private boolean wasNull;

    FakeResult column(String label, JDBCType type) {
        return column(label, type.getVendorTypeNumber(), type.getName(), 0, 0);
    }

    FakeResult column(String label, int type, String typeName, int precision, int scale) {
        columns.add(new Column(label, type, typeName, precision, scale));
        return this;
    }

    FakeResult row(@Nullable Object... values) {
        rows.add(values);
        return this;
    }

    ResultSet open() {
        return proxy(ResultSet.class, this::onResult);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object onResult(Object self, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getMetaData" -> proxy(ResultSetMetaData.class, this::onMeta);
            case "next" -> ++at < rows.size();
            case "wasNull" -> wasNull;
            case "getLong" -> value(arguments) instanceof Number number ? number.longValue() : 0L;
            case "getString" -> value(arguments) == null ? null : String.valueOf(value(arguments));
            case "getBigDecimal" -> value(arguments) == null ? null : new BigDecimal(String.valueOf(value(arguments)));
            case "getDate" -> (Date) value(arguments);
            case "getObject" ->
                arguments.length == 1 ? value(arguments) : ((Class<?>) arguments[1]).cast(value(arguments));
            default -> throw new AssertionError(method + " must not be called");
        };
    }

    private @Nullable Object value(Object[] arguments) {
        Object value = rows.get(at)[(int) arguments[0] - 1];
        wasNull = value == null;
        return value;
    }

    private Object onMeta(Object self, Method method, @Nullable Object[] arguments) {
        if (method.getName().equals("getColumnCount")) {
            return columns.size();
        }
        Column column = columns.get((int) arguments[0] - 1);
        return switch (method.getName()) {
            case "getColumnLabel" -> column.label;
            case "getColumnType" -> column.type;
            case "getColumnTypeName" -> column.typeName;
            case "getPrecision" -> column.precision;
            case "getScale" -> column.scale;
            default -> throw new AssertionError(method + " must not be called");
        };
    }
}
