package dev.minikv.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A workbook of empty steps without exercises, to write sources into.
///
/// @param root its top folder
public record PlantedSteps(Path root) {

    /// Turns a folder into a workbook with steps in these folders, such as step-03-c.
    public static PlantedSteps in(Path root, String... folders) throws IOException {
        Files.createFile(root.resolve("workbook.cmd"));
        Files.writeString(
                root.resolve("pom.xml"),
                List.of(folders).stream()
                        .map(folder -> "  <module>" + folder + "</module>\n")
                        .collect(Collectors.joining()));
        for (String folder : folders) {
            Files.createDirectories(root.resolve(folder));
        }
        return new PlantedSteps(root);
    }

    /// Returns a main source of a step, by its name below the step's package.
    public Path source(String folder, String name) {
        String number = folder.substring("step-".length(), "step-".length() + 2);
        return root.resolve(folder)
                .resolve("src/main/java/dev/minikv/step" + number)
                .resolve(name);
    }

    /// Writes a main source: its package declaration, and these lines.
    public void write(String folder, String name, String... lines) throws IOException {
        Path file = source(folder, name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, packageLine(folder) + String.join("\n", lines) + "\n");
    }

    /// Returns the text of a main source, without its package declaration.
    public String read(String folder, String name) throws IOException {
        String text = Files.readString(source(folder, name));
        String first = packageLine(folder);
        if (!text.startsWith(first)) {
            throw new IllegalStateException("not in " + first.strip() + ": " + text);
        }
        return text.substring(first.length());
    }

    private static String packageLine(String folder) {
        return "package dev.minikv.step" + folder.substring("step-".length(), "step-".length() + 2) + ";\n";
    }
}
