package io.clv.ledger;

/** Where each part of a job stands among what the threads wrote: the parts in order are the customers in order. */
final class Stretches {

    private final CustomerSink[] sinks;
    private final int[] from;
    private final int[] to;

    Stretches(int parts) {
        sinks = new CustomerSink[parts];
        from = new int[parts];
        to = new int[parts];
    }

    /** Says that a part is what {@code sink} received from place {@code begin} on. */
    void set(int part, CustomerSink sink, int begin) {
        sinks[part] = sink;
        from[part] = begin;
        to[part] = sink.size;
    }

    int parts() {
        return sinks.length;
    }

    CustomerSink sink(int part) {
        return sinks[part];
    }

    int from(int part) {
        return from[part];
    }

    int size(int part) {
        return to[part] - from[part];
    }
}
