package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

    @Test
    void spellsOutWhatActs() {
        assertThat(SafeText.escaped("a\u001B[31m\tb\n\u0085\u202Ec\u2028\u2069"))
                .isEqualTo("a\\u001B[31m\\u0009b\\u000A\\u0085\\u202Ec\\u2028\\u2069");
        assertThat(SafeText.escaped("Zoë, 数, ليلى")).isEqualTo("Zoë, 数, ليلى");
    }

    @Test
    void isolatesWhatRunsFromRightToLeft() {
        assertThat(SafeText.cell("ليلى")).isEqualTo("\u2068ليلى\u2069");
        assertThat(SafeText.cell("דנה 7")).isEqualTo("\u2068דנה 7\u2069");
        assertThat(SafeText.cell("٧")).isEqualTo("\u2068٧\u2069");
        assertThat(SafeText.cell("Ann")).isEqualTo("Ann");
    }

    @ParameterizedTest
    @CsvSource({"Ann,3", "'',0", "Zoe\u0308,3", "数据,4", "한글,4", "ليلى,4", "\u2068ab\u2069,2", "😀,2"})
    void measuresColumnsOfATerminal(String text, int width) {
        assertThat(SafeText.width(text)).isEqualTo(width);
    }

    @Test
    void aTableAlignsNumbersToTheRight() {
        TextTable table = new TextTable();
        table.add(List.of("customer", "total"));
        table.add(List.of("数据", "7"));
        table.add(List.of("a", "123456"));

        assertThat(table.lines()).containsExactly("customer   total", "数据           7", "a         123456");
    }
}
