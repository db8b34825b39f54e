package dev.minikv.step04.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What `java -jar benchmarks.jar` starts: JMH, with the options that it needs on this JDK.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar -l              the list of benchmarks
///     java -jar step-04-benchmarks/target/benchmarks.jar -h              what JMH can be told
///     java -jar step-04-benchmarks/target/benchmarks.jar DeadCode        some of them
///     java -jar step-04-benchmarks/target/benchmarks.jar footprint       the FootprintReport
///
/// Libraries are in the folder benchmark-lib beside the jar.
public final class Benchmarks {

    /*
     * A jar's manifest can name neither options of the JVM nor "all jars of that folder", so this
     * program starts java once more, with both. JMH measures in JVMs of its own, and hands the options
     * and the class path of its own JVM down to them.
     *
     * JMH and JOL look into classes and objects by means that a JDK warns of or forbids, unless it is
     * told that they are wanted.
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
