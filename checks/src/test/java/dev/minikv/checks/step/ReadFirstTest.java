package dev.minikv.checks.step;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Pages;
import dev.minikv.checks.page.PlantedPages;
import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadFirstTest implements CheckContract, PlantedPages {

    @TempDir
    private Path planted;

    @Override
    public ReadFirst check() throws IOException {
        return new ReadFirst(Project.root());
    }

    @Override
    public ReadFirst planted() throws IOException {
        return new ReadFirst(planted);
    }

    @Override
    public Path root() {
        return planted;
    }

    @Override
    public String path() {
        return "docs/step-02-b.md";
    }

    @Override
    public long plainCount(String text) {
        return count("^\\| [1-9]\\.[1-9] \\|", text);
    }

    @Test
    void every_exercise_has_one_row() throws IOException {
        var rows = new ArrayList<String>();
        for (Page page : Pages.under(Project.root())) {
            for (MatchResult row : check().statements(page)) {
                rows.add(row.group("id"));
            }
        }
        List<String> exercises = Catalog.read(Project.root()).exercises().stream()
                .map(Exercise::id)
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(exercises);
    }
}
