package io.clv.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.btyd.Survivors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalsCsvTest {

    private static RenewalsFile read(String... lines) {
        return read(RenewalsCsv.builder(), lines);
    }

    private static RenewalsFile read(RenewalsCsv.Builder reader, String... lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        return reader.build().read(new ByteArrayInputStream(bytes), "renewals");
    }

    private static List<String> problems(RenewalsFile file) {
        return file.problems().stream().map(Object::toString).toList();
    }

    private static void assertSame(Survivors actual, Survivors expected) {
        assertThat(actual.toString()).isEqualTo(expected.toString());
        assertThat(actual.rows()).isEqualTo(expected.rows());
        for (int row = 0; row < actual.rows(); row++) {
            assertThat(actual.renewals(row)).isEqualTo(expected.renewals(row));
            assertThat(actual.active(row)).isEqualTo(expected.active(row));
            assertThat(actual.weight(row)).isEqualTo(expected.weight(row));
        }
    }

    @Test
    void readsCustomers() {
        RenewalsFile file =
                read("weight,customer,renewals,active,note", "2,ann,3,YES,x", "0.5,bob,0,False,", "1,cy,1,1,");

        assertThat(file.isOfCustomers()).isTrue();
        assertThat(file.size()).isEqualTo(3);
        assertThat(file.id(1)).isEqualTo("bob");
        assertThat(file.renewals(0)).isEqualTo(3);
        assertThat(file.active(0)).isTrue();
        assertThat(file.active(1)).isFalse();
        assertThat(file.weight(1)).isEqualTo(0.5);
        assertThat(file.rows()).isEqualTo(3);
        assertThat(file.rowsWithProblems()).isZero();
        assertThat(file.notes())
                .containsExactly("guessed the customer column 'customer', the renewals column 'renewals', the active"
                        + " column 'active', the weight column 'weight'");
        assertSame(
                file.survivors(),
                Survivors.ofCustomers(
                        new int[] {3, 0, 1}, new boolean[] {true, false, true}, new double[] {2, 0.5, 1}));
        assertThat(file).hasToString("3 of 3 rows: " + file.survivors());
    }

    @Test
    void customersWithoutIdsAreNumberedAndCountOnce() {
        RenewalsFile file = read("renewals,active", "1,no", "x,no", "2,yes");

        assertThat(file.id(1)).isEqualTo("3");
        assertThat(file.weight(1)).isEqualTo(1);
        assertThat(file.rowsWithProblems()).isEqualTo(1);
    }

    @Test
    void readsOneCohortInAnyOrder() {
        RenewalsFile file = read("period,survivors", "2,70", "0,100", "1,80.5");

        assertThat(file.isOfCustomers()).isFalse();
        assertThat(file.size()).isZero();
        assertThat(file.rowsWithProblems()).isZero();
        assertSame(file.survivors(), Survivors.of(100, 80.5, 70));
        assertThat(file.survivors().latestRetention())
                .isEqualTo(Survivors.of(100, 80.5, 70).latestRetention());
    }

    @Test
    void readsCohortsOfAnyAge() {
        RenewalsFile file = read("cohort;period;survivors", "b;0;10", "a;0;100", "b;1;9", "a;1;80", "a;2;70");

        Survivors expected = Survivors.ofCohorts(new double[] {100, 80, 70}, new double[] {10, 9});
        assertSame(file.survivors(), expected);
        assertThat(file.survivors().latestRetention()).isEqualTo(expected.latestRetention());
        assertThat(file.notes()).contains("guessed the delimiter ';'");
    }

    @Test
    void columnsMayBeNamed() {
        RenewalsFile customers =
                read(RenewalsCsv.builder().customer("who").weight("times"), "who,times,renewals,active", "z,4,1,0");
        RenewalsFile cohorts = read(
                RenewalsCsv.builder().cohort("year").delimiter(',').maxProblems(0),
                "year,period,survivors",
                "1,0,5",
                "2,0,6");

        assertThat(customers.id(0)).isEqualTo("z");
        assertThat(customers.weight(0)).isEqualTo(4);
        assertThat(cohorts.survivors().customers()).isEqualTo(11);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RenewalsCsv.builder().cohort("a").cohort("b"))
                .withMessage("cohort column was already set to a");
    }

    @Test
    void customersThatCannotBeAreProblems() {
        RenewalsFile file = read(
                "customer,renewals,active,weight",
                "a,1.5,yes,1",
                "b,-1,yes,1",
                "c,1,perhaps,1",
                "d,1,no,-2",
                ",1,no,1",
                "f,1,no,x",
                "g,1,no,1",
                "g,2,no,1");

        assertThat(problems(file))
                .containsExactly(
                        "line 2, renewals '1.5': must be a whole number from 0 on",
                        "line 3, renewals '-1': must be a whole number from 0 on",
                        "line 4, active 'perhaps': must be yes, true or 1, or no, false or 0",
                        "line 5, weight '-2': must not be negative",
                        "line 6, customer '': must not be blank",
                        "line 7, weight 'x': must be a number",
                        "line 9, customer 'g': must have one row, but is in line 8 already");
        assertThat(file.size()).isEqualTo(1);
        assertThat(file.rowsWithProblems()).isEqualTo(7);
    }

    @Test
    void periodsThatCannotBeAreProblems() {
        RenewalsFile file = read("period,survivors", "0,9", "0,8", "1,-1", "half,3");

        assertThat(problems(file))
                .containsExactly(
                        "line 3, period '0': must have one row, but is in line 2 already",
                        "line 4, survivors '-1': must not be negative",
                        "line 5, period 'half': must be a number");
        assertSame(file.survivors(), Survivors.of(9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b;1,2 | renewals must have the columns renewals and active, of customers, or period and survivors, of cohorts, but has a, b",
                "renewals,survivors;1,2 | renewals must have the columns renewals and active, of customers, or period and survivors, of cohorts, but has renewals, survivors",
                "period,survivors;0,9;2,8 | renewals: there must be a row for every period from 0, in which customers come, to 2, but there is none for 1",
                "cohort,period,survivors;x,0,9;x,1,10 | renewals: cohort 'x': survivors after renewal 1 must not be more than those who came (9), but were 10",
                "renewals,active | renewals has a header and no rows"
            })
    void filesThatCannotBe(String lines, String message) {
        assertThatThrownBy(() -> read(lines.split(";")))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessage(message);
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("r.csv"), "\uFEFFrenewals,active\r\n1,yes\r\n");

        assertThat(RenewalsCsv.of().read(file).survivors().customers()).isEqualTo(1);
    }
}
