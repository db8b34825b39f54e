package dev.minikv.checks.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.generated.PlantedBlocks;
import dev.minikv.checks.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTablesTest implements PlantedBlocks {

    /// Three files as `./workbook bench` writes them, with round numbers.
    static final Path PLANTED = Path.of("src/test/resources/benchmarks");

    @TempDir
    private Path copied;

    @BeforeEach
    void copy_the_files() throws IOException {
        for (String file : List.of("engines.json", "footprint.json", "quick.json")) {
            Files.copy(PLANTED.resolve(file), copied.resolve(file));
        }
        String elsewhere = Files.readString(PLANTED.resolve("engines.json")).replace("a processor", "another");
        Files.writeString(copied.resolve("elsewhere.json"), elsewhere);
    }

    @Override
    public Generator generator() {
        return new FigureTables(copied);
    }

    @Override
    public String path() {
        return "page.md";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "other.json | rows getHit | ns:; there is no file other.json",
                "entries=1000 | rows getHit | ns:; no results file is named",
                "quick.json | rows getHit | ns:; quick.json is from a quick run, which is not for quoting",
                "engines.json | rows engine=tree | ns:; 0 rows match: engines.json engine=tree",
                "engines.json | rows getMiss | ns:; 2 rows match: engines.json getMiss",
                "engines.json engine=hash | rows getMiss? | speed, x: over engine=tree; there are no results for getMiss",
                "engines.json | rows getMiss | ns engine=hash; this cannot be parsed: ns engine=hash",
                "engines.json | getMiss | ns:; this cannot be parsed: a | engines.json | getMiss | ns:",
                "engines.json engine=hash | rows getMiss | bytes:; the head of a column must end with its unit, but is 'bytes': ns",
                "engines.json engine=hash | rows getMiss | ns: | times x: over footprint.json row; 0 rows match: footprint.json getMiss",
                "engines.json engine=hash | rows getMiss | times x: over footprint.json engine=hash; ns and bytes are different units",
                "engines.json engine=hash | rows getMiss | speed, x: over footprint.json engine=hash; not comparable: different mode, count and avgt",
                "engines.json engine=hash entries=1000000 | rows getMiss | speed, x: over elsewhere.json row engine=hash; not comparable: different machine or JDK",
            })
    void a_table_that_cannot_be_written_is_found(String arguments, String why) {
        String page = "<!-- generated: figures a | " + arguments + " -->\n\n<!-- end of generated -->\n";

        assertThat(outcome(new Page(path(), page))).endsWith("  actual:   " + why);
    }
}
