package io.clv.spark;

import io.clv.ledger.CustomerState;
import io.clv.ledger.CustomerStates;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A customer's state as a row: the id and the bytes. */
final class StateRow {

    static final int CUSTOMER = 0;
    static final int STATE = 1;

    private StateRow() {}

    static StructType schema(boolean numbers) {
        return new StructType()
                .add("customer", numbers ? DataTypes.LongType : DataTypes.StringType, false)
                .add("state", DataTypes.BinaryType, false);
    }

    static Iterator<Row> of(CustomerStates states, boolean numbers) {
        return IntStream.range(0, states.size())
                .mapToObj(row -> of(states.state(row), numbers))
                .iterator();
    }

    static Row of(CustomerState state, boolean numbers) {
        return RowFactory.create(id(state.customer(), numbers), state.toBytes());
    }

    static Object id(String customer, boolean numbers) {
        return numbers ? (Object) Long.valueOf(customer) : customer;
    }

    static CustomerState state(Row row) {
        return CustomerState.parse(row.getAs(STATE));
    }
}
