package dev.minikv.checks.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.PlantedPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The planted pages are the texts of pictures.
class DrawingTest implements PlantedPages {

    @Override
    public String outcome(Page picture) {
        return String.join("\n", Drawing.problems(picture.text()));
    }

    @Test
    void a_picture_that_is_large_is_found() {
        String svg = "<svg><!--" + "x".repeat(12_000) + "--></svg>";

        assertThat(Drawing.problems(svg)).contains("it has more than 12000 bytes");
    }

    @Test
    void every_picture_of_the_project_can_be_read_on_any_screen() throws IOException {
        var problems = new ArrayList<String>();
        List<Path> pictures = Pictures.in(Project.root().resolve("docs/pictures"));
        for (Path picture : pictures) {
            Drawing.problems(Files.readString(picture))
                    .forEach(problem -> problems.add(picture.getFileName() + ": " + problem));
        }

        assertThat(problems).isEmpty();
        assertThat(pictures).isNotEmpty();
    }
}
