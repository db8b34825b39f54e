package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkRunTest {

    @Test
    void jmh_gets_the_profile_and_none_of_the_options_of_this_jvm() {
        var run = new BenchmarkRun(Path.of("some.jar"), "StepsBenchmark", List.of("step=1,4"), Profile.QUICK);

        assertThat(run.command("-rff", "out.json"))
                .startsWith(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .containsSequence(
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-jar",
                        "some.jar",
                        "StepsBenchmark",
                        "-p",
                        "step=1,4",
                        "-f",
                        "1")
                .endsWith("-rff", "out.json")
                .doesNotContain("-XX:TieredStopAtLevel=1");
    }
}
