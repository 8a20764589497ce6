package io.clv.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumeralsTest {

    @Test
    void thousandsAreGroupedByThree() {
        assertThat(Numerals.LATIN.whole(0)).isEqualTo("0");
        assertThat(Numerals.LATIN.whole(999)).isEqualTo("999");
        assertThat(Numerals.LATIN.whole(1000)).isEqualTo("1,000");
        assertThat(Numerals.LATIN.whole(-1234567)).isEqualTo("-1,234,567");
        assertThat(Numerals.LATIN.whole(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
    }

    @Test
    void decimalsAreRoundedHalfToEven() {
        assertThat(Numerals.LATIN.decimal(1234.125, 2)).isEqualTo("1,234.12");
        assertThat(Numerals.LATIN.decimal(1234.375, 2)).isEqualTo("1,234.38");
        assertThat(Numerals.LATIN.decimal(0.5, 0)).isEqualTo("0");
        assertThat(Numerals.LATIN.decimal(-0.001, 2)).isEqualTo("0.00");
        assertThat(Numerals.LATIN.percent(0.125, 1)).isEqualTo("12.5%");
    }

    @Test
    void arabicAndPersianHaveDigitsAndSignsOfTheirOwn() {
        assertThat(Numerals.ARABIC.decimal(-1234567.5, 1)).isEqualTo("\u061c-١٬٢٣٤٬٥٦٧٫٥");
        assertThat(Numerals.PERSIAN.decimal(-1234567.5, 1)).isEqualTo("\u200e\u2212۱٬۲۳۴٬۵۶۷٫۵");
        assertThat(Numerals.ARABIC.percent(0.5, 0)).isEqualTo("٥٠٪\u061c");
        assertThat(Numerals.PERSIAN.percent(0.5, 0)).isEqualTo("۵۰٪");
    }

    @Test
    void yearsAreNotGrouped() {
        assertThat(Numerals.PERSIAN.inDigits("2026-Q1")).isEqualTo("۲۰۲۶-Q۱");
    }
}
