import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The program that workbook.cmd starts on Windows, from this source: it builds what is stale, and starts a
/// step's REPL or the runner. The shell script `workbook` does the same on other systems, and explains
/// more; its AOT cache is omitted here.
final class Launch {

    private static final Pattern STEP = Pattern.compile("<module>(step-0?(\\d+)-[^/<]+)</module>");
    private static final int FIRST_SERVER = 7; // the first step that has one
    private static final int SOLVED = 100; // with 0, a solution may end the program before there is a verdict
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path root = Path.of(System.getProperty("workbook.home")).normalize();
    private final Map<Integer, String> steps;

    /// A message for the user, and the exit code.
    private static final class Refusal extends RuntimeException {
        private final int exitCode;

        Refusal(int exitCode, String message) {
            super(message);
            this.exitCode = exitCode;
        }
    }

    private Launch() throws IOException {
        steps = STEP.matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .collect(Collectors.toMap(step -> number(step), step -> step.group(1), (one, _) -> one, TreeMap::new));
    }

    private static int number(MatchResult step) {
        return Integer.parseInt(step.group(2));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int exitCode;
        try {
            exitCode = new Launch().launch(List.of(args));
        } catch (Refusal refusal) {
            System.err.println("workbook: " + refusal.getMessage());
            exitCode = refusal.exitCode;
        }
        System.exit(exitCode);
    }

    private int launch(List<String> args) throws IOException, InterruptedException {
        String verb = args.isEmpty() ? "" : args.getFirst();
        boolean isHelp = List.of("-h", "--help").contains(args.isEmpty() ? "" : args.getLast())
                && (args.size() == 2 || args.size() == 3 && args.get(1).matches("[12]")); // later steps have their own
        if (verb.equals("repl") && !isHelp) {
            return repl(args.subList(1, args.size()));
        }
        if (verb.equals("serve") && !(args.size() == 2 && args.getLast().matches("-h|--help"))) {
            return serve(args.subList(1, args.size()));
        }
        if (verb.equals("jdk")) {
            warnOfJavaHome();
            System.out.println(System.getProperty("java.home"));
            return 0;
        }
        if (List.of("check", "watch", "why", "lint").contains(verb)) { // they run exercises, with the steps' classes
            for (String step : steps.values()) {
                buildStep(step);
            }
        }
        Path jar = root.resolve("runner/target/runner.jar");
        build("runner", "package", jar);
        if (!verb.equals("check")) {
            return java(List.of("-XX:TieredStopAtLevel=1", "-Xmx1g"), jar, "dev.minikv.workbook.Main", args);
        }
        int exitCode = java(
                List.of("-XX:TieredStopAtLevel=1", "-Xmx1g", "-Dworkbook.solved=" + SOLVED),
                jar,
                "dev.minikv.workbook.Main",
                args);
        if (exitCode == 0) {
            throw new Refusal(
                    1,
                    "the program ended before there was a verdict: look in your solution for the code that ends it.");
        }
        return exitCode == SOLVED ? 0 : exitCode;
    }

    private int repl(List<String> args) throws IOException, InterruptedException {
        String step = step("repl", args);
        String number = args.getFirst();
        if (number.matches("[12]") && args.size() > 1) {
            throw misuse("repl", "step " + number + " takes no options.");
        }
        return program(step, args.subList(1, args.size()));
    }

    private int serve(List<String> args) throws IOException, InterruptedException {
        String step = step("serve", args);
        String number = args.getFirst();
        if (Integer.parseInt(number) < FIRST_SERVER) {
            throw misuse(
                    "serve", "step " + number + " has no server: the steps from " + FIRST_SERVER + " on have one.");
        }
        var options = new ArrayList<>(List.of("--serve"));
        options.addAll(args.subList(1, args.size()));
        return program(step, options);
    }

    private String step(String verb, List<String> args) {
        if (args.isEmpty() || args.getFirst().isEmpty()) {
            throw misuse(verb, verb + " takes the number of a step.");
        }
        String number = args.getFirst();
        String step = number.matches("[1-9]\\d{0,2}") ? steps.get(Integer.valueOf(number)) : null;
        if (step == null) {
            String meant = number.replaceFirst("^0+", "").replaceFirst("\\D.*", "");
            boolean isOther = meant.matches("\\d{1,3}") && steps.containsKey(Integer.valueOf(meant));
            throw misuse(
                    verb, "there is no step '" + number + "'." + (isOther ? " Did you mean " + meant + "?" : ""));
        }
        return step;
    }

    private int program(String step, List<String> args) throws IOException, InterruptedException {
        buildStep(step);
        return java(List.of(), root.resolve(step + "/target/classes"), packageOf(step) + ".Main", args);
    }

    private Refusal misuse(String verb, String message) {
        String numbers = steps.keySet().stream()
                .filter(number -> !verb.equals("serve") || number >= FIRST_SERVER)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return new Refusal(
                2, message + "\nusage: workbook " + verb + " <step>, where <step> is one of: " + numbers);
    }

    /// Returns `dev.minikv.step03` for the folder `step-03-errors`.
    private static String packageOf(String step) {
        return "dev.minikv.step" + step.split("-")[1];
    }

    private void buildStep(String step) throws IOException, InterruptedException {
        String main = packageOf(step).replace('.', '/') + "/Main.class";
        build(step, "compile", root.resolve(step + "/target/classes").resolve(main));
    }

    /// Builds a module, and the modules that it needs, unless its output exists and nothing has changed
    /// since.
    private void build(String module, String phase, Path built) throws IOException, InterruptedException {
        if (Files.exists(built) && newest(module).compareTo(Files.getLastModifiedTime(built)) <= 0) {
            return;
        }
        warnOfJavaHome();
        System.err.println(
                "workbook: building " + module + " (the first build also downloads what Maven needs) ...");
        var command = new ArrayList<>(WINDOWS ? List.of("cmd", "/d", "/c", "mvn") : List.of("mvn"));
        // No path is among the arguments, because cmd could interpret characters in it.
        command.addAll(List.of("-B", "-q", "-Dstyle.color=never", "-Dspotless.check.skip=true"));
        command.addAll(List.of("-Dmaven.test.skip=true", "-f", "pom.xml", "-pl", module, "-am", phase));
        var maven = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        maven.environment()
                .merge(
                        "MAVEN_OPTS",
                        "-Dsun.misc.unsafe.memory.access=allow -Djansi.noreset=true",
                        (theirs, ours) -> ours + " " + theirs);
        try {
            Process process = maven.start();
            process.getOutputStream().close();
            process.getInputStream().transferTo(System.err);
            if (process.waitFor() != 0 || !Files.exists(built)) {
                throw new Refusal(1, "building " + module + " failed: see above.");
            }
        } catch (IOException e) {
            throw new Refusal(1, "Maven (mvn) is needed to build " + module
                    + ", but cannot be started: install it from maven.apache.org. " + e.getMessage());
        }
        Files.setLastModifiedTime(built, FileTime.from(Instant.now()));
    }

    private FileTime newest(String module) throws IOException {
        FileTime newest = Files.getLastModifiedTime(root.resolve("pom.xml"));
        for (Path start : List.of(root.resolve(module + "/pom.xml"), root.resolve(module + "/src/main"))) {
            try (Stream<Path> files = Files.walk(start)) {
                for (Path file : files.toList()) {
                    FileTime time = Files.getLastModifiedTime(file);
                    newest = time.compareTo(newest) > 0 ? time : newest;
                }
            }
        }
        return newest;
    }

    private static void warnOfJavaHome() {
        String flaw = System.getenv().getOrDefault("JAVA_HOME_FLAW", "");
        if (!flaw.isEmpty()) {
            System.err.println("workbook: " + flaw + "Using " + System.getProperty("java.home") + ".");
        }
    }

    private int java(List<String> flags, Path classes, String main, List<String> args)
            throws IOException, InterruptedException {
        String separator = System.getProperty("path.separator");
        String theirs = Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                .map(name -> System.getenv().getOrDefault(name, ""))
                .collect(Collectors.joining(" "));
        Path target = root.resolve(root.relativize(classes).subpath(0, 2));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        if (!theirs.matches(".*-XX:\\+Use\\w*GC.*")) {
            command.add("-XX:+UseSerialGC");
        }
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dworkbook.home=" + root);
        command.addAll(List.of("-cp", classes + separator + target.resolve("lib") + "/*", main));
        command.addAll(args);
        Process process = new ProcessBuilder(command).inheritIO().start();
        // Ctrl-C reaches both programs: the other one decides what to do, and this one waits.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.onExit().join()));
        return process.waitFor();
    }
}
