package dev.minikv.workbook.step;

/// The name of a file in every step that has it: its path in the step, the step's package aside.
///
/// @param path such as src/main/java/dev/minikv/step/repl/Repl.java
public record FileName(String path) implements Comparable<FileName> {

    /// The step's package in a path, whatever its number.
    static final String PACKAGE = "/dev/minikv/step/";

    /// Returns the name for people: the path below the step's package, or below src/main for a resource
    /// elsewhere.
    public String text() {
        int inPackage = path.indexOf(PACKAGE);
        return inPackage < 0
                ? path.replaceFirst("^src/[a-z]+/[a-z]+/", "")
                : path.substring(inPackage + PACKAGE.length());
    }

    /// Returns the last part of the path, such as Repl.java.
    public String simple() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Returns whether the file belongs to the step's benchmarks, which may use other steps and which no
    /// later step has.
    public boolean isBenchmark() {
        return text().startsWith("benchmark/");
    }

    /// Returns whether the file holds Java.
    public boolean isSource() {
        return path.endsWith(".java");
    }

    /// Returns whether a typed name may mean this file: it is the simple name or the end of the path, with
    /// or without .java.
    public boolean isMeantBy(String typed) {
        String name = typed.replace('\\', '/')
                .replaceFirst("^.*/dev/minikv/step\\d+/", "")
                .replaceFirst("^(.*/)?(?=src/)|^(\\./)+", "");
        String all = "/" + path.replace(PACKAGE, "/");
        return all.endsWith("/" + name) || all.endsWith("/" + name + ".java");
    }

    @Override
    public int compareTo(FileName other) {
        return path.compareTo(other.path);
    }
}
