package dev.minikv.step07.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What `java -jar benchmarks.jar` starts: JMH, with the options that it needs on this JDK, or one of two programs
/// that treat the server badly.
///
///     java -jar step-07-server/target/benchmarks.jar -l               the list of benchmarks
///     java -jar step-07-server/target/benchmarks.jar -h               what JMH can be told
///     java -jar step-07-server/target/benchmarks.jar ServerBenchmark  some of them
///     java -jar step-07-server/target/benchmarks.jar crowd            see CrowdProgram
///     java -jar step-07-server/target/benchmarks.jar soak 600         see SoakProgram
///
/// Libraries are in the folder benchmark-lib beside the jar. The rows of Redis are omitted where it is not installed.
public final class Benchmarks {

    /*
     * A jar's manifest can name neither options of the JVM nor "all jars of that folder", so this
     * program starts java once more, with both. JMH measures in JVMs of its own, and hands the options
     * and the class path of its own JVM down to them.
     *
     * JMH looks into objects by means that a JDK warns of, unless it is told that they are wanted.
     */
    private static final List<String> OPTIONS =
            List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

    private static final Pattern PROGRAM =
            Pattern.compile("crowd( (server|threads|Redis)( \\d{1,5})?)?|soak( \\d{1,6}( -?\\d{1,18})?)?");

    private static final String USAGE = """
            usage: java -jar benchmarks.jar crowd [server|threads|Redis [SECONDS]]
               or: java -jar benchmarks.jar soak [SECONDS [SEED]]""";

    private Benchmarks() {}

    /// Runs JMH, or one of the programs, with the given arguments.
    public static void main(String[] args) throws IOException, InterruptedException, URISyntaxException {
        if (isProgram(List.of(args)) && !PROGRAM.matcher(String.join(" ", args)).matches()) {
            System.err.println(USAGE);
            System.exit(2);
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(classPath());
        command.addAll(programWithArguments(List.of(args)));
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    private static boolean isProgram(List<String> arguments) {
        return !arguments.isEmpty() && List.of("crowd", "soak").contains(arguments.getFirst());
    }

    private static List<String> programWithArguments(List<String> arguments) {
        var all = new ArrayList<String>();
        if (isProgram(arguments)) {
            all.add((arguments.getFirst().equals("crowd") ? CrowdProgram.class : SoakProgram.class).getName());
            all.addAll(arguments.subList(1, arguments.size()));
            return all;
        }
        all.add("org.openjdk.jmh.Main");
        all.addAll(arguments);
        if (ServerProcess.redis().isEmpty()) {
            System.err.println("skipped: the rows of Redis, and the multiples, which are 0: there is no redis-server on"
                    + " the PATH");
            if (arguments.stream().noneMatch(each -> each.startsWith("as="))) {
                all.addAll(List.of("-p", "as=server,threads"));
            }
            if (arguments.stream().noneMatch(each -> each.startsWith("in="))) {
                all.addAll(List.of("-p", "in=hash,compact"));
            }
        }
        return all;
    }

    private static String classPath() throws URISyntaxException {
        Path jar = Path.of(Benchmarks.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return jar + File.pathSeparator + jar.resolveSibling("benchmark-lib") + File.separator + "*";
    }
}
