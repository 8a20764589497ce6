/** A finished analysis as a page and as a workbook, a contact plan as a calendar. */
module io.clv.report {
    requires ical4j.core;
    requires transitive io.clv.core;
    requires gg.jte.runtime;
    requires org.dhatim.fastexcel;
    requires static org.jspecify;

    exports io.clv.report;
}
