package dev.minikv.checks.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTableTest {

    private static final String HEAD = "| file | command | machine | JDK |\n|---|---|---|---|\n";

    @TempDir
    private Path folder;

    @Test
    void lists_each_file_with_its_origin_in_the_order_of_the_page() throws IOException {
        String engines = Files.readString(FigureTablesTest.PLANTED.resolve("engines.json"));
        Path results = Files.createDirectory(folder.resolve("results"));
        Files.writeString(results.resolve("a.json"), engines.replace("bench engines", "bench 'a|b'"));
        Files.writeString(results.resolve("b.json"), engines);
        Files.writeString(results.resolve("b.md"), "a report");
        String old = HEAD + "| [`b.json`](results/b.json) | `another` |\n| [`c.json`](results/c.json) | `gone` |\n";
        var page = new Page("page.md", "<!-- generated: results -->\n" + old + "\n<!-- end of generated -->\n");

        List<String> lines =
                new ResultsTable(results).lines(page, Generated.on(page).getFirst());

        assertThat(String.join("\n", lines)).isEqualTo(HEAD + """
                | [`b.json`](results/b.json) | `./workbook bench engines` | 2 × a processor, Linux amd64 | 25 |
                | [`a.json`](results/a.json) | `./workbook bench 'a\\|b'` | 2 × a processor, Linux amd64 | 25 |""");
    }
}
