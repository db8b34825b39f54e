package dev.minikv.checks.step;

import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small project, for pages about its steps.
///
/// @param root its folder
public record PlantedProject(Path root) {

    /// Creates a project with these modules in an empty folder.
    public static PlantedProject of(Path root, String... modules) throws IOException {
        var project = new PlantedProject(root);
        for (String module : modules) {
            Files.createDirectories(root.resolve(module));
        }
        project.write("pom.xml", "<module>" + String.join("</module>\n<module>", modules) + "</module>");
        return project;
    }

    /// Writes a file.
    public PlantedProject write(String path, String... lines) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
        return this;
    }

    /// Changes a file.
    public void replace(String path, String old, String now) throws IOException {
        write(path, Files.readString(root.resolve(path)).replace(old, now).split("\n"));
    }

    /// Returns the lines that a generator writes into a block of the chapter `docs/step-02-b.md`.
    public static List<String> lines(Generator generator, String arguments, String old) throws IOException {
        String start = "<!-- generated: " + (generator.name() + " " + arguments).strip() + " -->\n";
        var chapter = new Page("docs/step-02-b.md", start + old + "\n<!-- end of generated -->\n");
        return generator.lines(chapter, Generated.on(chapter).getFirst());
    }
}
