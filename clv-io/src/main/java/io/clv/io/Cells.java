package io.clv.io;

import io.clv.quantity.Money;
import java.io.IOException;

/** Takes the cells of a row, each with the name of its column. */
interface Cells {

    void text(String name, String value) throws IOException;

    void whole(String name, long value) throws IOException;

    void number(String name, double value) throws IOException;

    void money(String name, Money value) throws IOException;

    /** A cell of a column that the model does not give. */
    void absent(String name) throws IOException;
}
