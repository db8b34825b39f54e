package dev.minikv.step04.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The main class of `benchmarks.jar`: starts JMH with the JVM options that it needs on this JDK.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar -l              list the benchmarks
///     java -jar step-04-benchmarks/target/benchmarks.jar -h              list the options of JMH
///     java -jar step-04-benchmarks/target/benchmarks.jar DeadCode        run some of the benchmarks
///     java -jar step-04-benchmarks/target/benchmarks.jar footprint       run FootprintReport
///
/// Its libraries are in the folder `benchmark-lib` beside the jar.
public final class Benchmarks {

    /*
     * A jar's manifest can name neither JVM options nor "all jars of that folder". So this program
     * starts a second JVM, with both. JMH runs there, and passes the options and the class path on to
     * the JVMs that it forks to measure in.
     *
     * JMH and JOL look into classes and objects in ways that the JDK warns about or forbids, unless
     * these options allow them.
     */
    private static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";
    private static final List<String> FOR_JMH = List.of(UNSAFE);
    private static final List<String> FOR_JOL = List.of(
            UNSAFE,
            "-XX:+EnableDynamicAgentLoading",
            "-Djdk.attach.allowAttachSelf",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");

    private Benchmarks() {}

    /// Runs JMH with the given arguments, or [FootprintReport] if the first one is `footprint`.
    public static void main(String[] args) throws IOException, InterruptedException, URISyntaxException {
        boolean footprint = args.length > 0 && args[0].equals("footprint");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(footprint ? FOR_JOL : FOR_JMH);
        command.add("-cp");
        command.add(classPath());
        command.add(footprint ? FootprintReport.class.getName() : "org.openjdk.jmh.Main");
        command.addAll(Arrays.asList(args).subList(footprint ? 1 : 0, args.length));
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
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
