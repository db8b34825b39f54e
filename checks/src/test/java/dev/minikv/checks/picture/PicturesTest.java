package dev.minikv.checks.picture;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Pages;
import dev.minikv.checks.page.PlantedPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest implements CheckContract, PlantedPages {

    @Override
    public Check<?> check() {
        return new Pictures();
    }

    @Override
    public Check<?> planted() {
        return check();
    }

    @Override
    public long plainCount(String text) {
        String prose = text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`]*`", "");
        return count("!\\[|<img ", prose);
    }

    @Test
    void a_picture_that_no_page_shows_is_found() {
        Path root = Path.of("project").toAbsolutePath();
        Path shown = root.resolve("docs/pictures/shown.svg");
        Path linked = root.resolve("docs/pictures/linked.svg");
        var page = new Page("docs/page.md", "![a shown picture](pictures/shown.svg) [a link](pictures/linked.svg)");

        assertThat(Pictures.unused(root, List.of(linked, shown), List.of(page))).containsExactly(linked);
    }

    @Test
    void every_picture_of_the_project_is_shown() throws IOException {
        Path root = Project.root();
        List<Path> pictures = Pictures.in(root.resolve("docs/pictures"));

        assertThat(pictures).isNotEmpty();
        assertThat(Pictures.unused(root, pictures, Pages.under(root)))
                .as("pictures that no page shows")
                .isEmpty();
    }
}
