package io.clv.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clv.btyd.BgNbd;
import io.clv.btyd.ParetoNbd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationBaseTest {

    private final String before = System.getProperty(CalibrationBase.FOLDER, "");

    @AfterEach
    void restore() {
        if (before.isEmpty()) {
            System.clearProperty(CalibrationBase.FOLDER);
        } else {
            System.setProperty(CalibrationBase.FOLDER, before);
        }
    }

    @Test
    void studyIsReproducedWhereItIsAtHand() {
        assumeTrue(
                CalibrationBase.SAMPLE.log().isPresent(),
                "CDNOW data set from https://www.brucehardie.com/datasets/ ; set -Dclv.data or CLV_DATA");

        assertThat(BgNbd.fit(CalibrationBase.SAMPLE.table(2_357)).logLikelihood())
                .isCloseTo(-9582.4292, Offset.offset(5e-5));
        assertThat(ParetoNbd.fit(CalibrationBase.SAMPLE.table(2_357)).logLikelihood())
                .isCloseTo(-9594.9762, Offset.offset(5e-5));
        assertThat(CalibrationBase.SAMPLE.describe(2_357)).isEqualTo("2,357 customers of CDNOW in weeks");
        assertThat(CalibrationBase.COHORT.table(23_570).size()).isEqualTo(23_570);
    }

    @Test
    void customersAreSimulatedWhereTheFolderLacksTheStudy(@TempDir Path folder) {
        System.setProperty(CalibrationBase.FOLDER, folder.toString());

        assertThat(CalibrationBase.SAMPLE.log()).isEmpty();
        assertThat(CalibrationBase.SAMPLE.table(500).size()).isEqualTo(500);
        assertThat(CalibrationBase.SAMPLE.table(500).unit()).isEqualTo(ChronoUnit.WEEKS);
        assertThat(CalibrationBase.SAMPLE.describe(500)).isEqualTo("500 simulated customers in weeks");
        assertThat(CalibrationBase.note()).contains("CDNOW was not at hand: set -Dclv.data or CLV_DATA to a folder");
    }

    @Test
    void aMillionAreSimulatedInAnyCase(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("cdnow.csv"));
        Files.createFile(folder.resolve("cdnow_sample.csv"));
        System.setProperty(CalibrationBase.FOLDER, folder.toString());

        assertThat(CalibrationBase.COHORT.log()).contains(folder.resolve("cdnow.csv"));
        assertThat(CalibrationBase.MILLION.table(300).size()).isEqualTo(300);
        assertThat(CalibrationBase.note()).endsWith("seed 20230101.");
    }
}
