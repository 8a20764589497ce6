package io.clv.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {

    @Test
    void codesHaveLabelsAndCounts() {
        int[] codes = {2, 0, 2};
        Groups groups = Groups.of(codes, List.of("low", "mid", "high"));
        codes[0] = 1;
        assertThat(groups.size()).isEqualTo(3);
        assertThat(groups.code(0)).isEqualTo(2);
        assertThat(groups.label(0)).isEqualTo("high");
        assertThat(groups.labels()).containsExactly("low", "mid", "high");
        assertThat(groups.count(2)).isEqualTo(2);
        assertThat(groups.count(1)).isZero();
        assertThat(groups).hasToString("3 rows: low 1, mid 0, high 2");
        assertThat(Groups.of(new int[0], List.of())).hasToString("0 rows");
    }

    @Test
    void labelsBecomeCodesInCodePointOrder() {
        Groups groups = Groups.ofLabels(List.of("😀", "b", "\uFFFD", "b"));
        assertThat(groups.labels()).containsExactly("b", "\uFFFD", "😀");
        assertThat(groups)
                .isEqualTo(Groups.of(new int[] {2, 0, 1, 0}, List.of("b", "\uFFFD", "😀")))
                .hasSameHashCodeAs(Groups.of(new int[] {2, 0, 1, 0}, List.of("b", "\uFFFD", "😀")))
                .isNotEqualTo(Groups.of(new int[] {2, 0, 1, 0}, List.of("b", "c", "d")))
                .isNotEqualTo(Groups.of(new int[] {2, 0, 1, 1}, List.of("b", "\uFFFD", "😀")));
    }

    @Test
    void badCodesAndLabelsAreRefused() {
        assertThatThrownBy(() -> Groups.of(new int[] {0, 2}, List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("code of a group must be at least 0 and below the number of labels, 2, but at row 1 was 2");
        assertThatThrownBy(() -> Groups.of(new int[] {-1}, List.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "code of a group must be at least 0 and below the number of labels, 1, but at row 0 was -1");
        assertThatThrownBy(() -> Groups.of(new int[0], List.of("a", "b", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("labels of groups must differ, but 'a' came twice");
        assertThatThrownBy(() -> Groups.ofLabels(List.of("a", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label of a group must not be blank, but was ' '");
    }
}
