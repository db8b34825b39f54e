package dev.minikv.step06.benchmark;

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
///     java -jar step-06-log/target/benchmarks.jar -l            the list of benchmarks
///     java -jar step-06-log/target/benchmarks.jar -h            what JMH can be told
///     java -jar step-06-log/target/benchmarks.jar LogBenchmark  some of them
///
/// Libraries are in the folder benchmark-lib beside the jar. [RedisBenchmark] is omitted where Redis is not
/// installed.
public final class Benchmarks {

    /*
     * A jar's manifest can name neither options of the JVM nor "all jars of that folder", so this
     * program starts java once more, with both. JMH measures in JVMs of its own, and hands the options
     * and the class path of its own JVM down to them.
     *
     * JMH and the library of LMDB look into objects by means that a JDK warns of or refuses, unless it is
     * told that they are wanted, and the databases call native code.
     */
    private static final List<String> OPTIONS = List.of(
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

    private Benchmarks() {}

    /// Runs JMH with the given arguments.
    public static void main(String[] args) throws IOException, InterruptedException, URISyntaxException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(classPath());
        command.add("org.openjdk.jmh.Main");
        command.addAll(Arrays.asList(args));
        if (RedisServer.program().isEmpty()) {
            System.err.println("skipped: RedisBenchmark, because there is no redis-server on the PATH");
            command.addAll(List.of("-e", "RedisBenchmark"));
        }
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
