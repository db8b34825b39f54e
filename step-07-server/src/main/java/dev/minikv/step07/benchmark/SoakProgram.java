package dev.minikv.step07.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Is anything lost that was acknowledged, and does memory grow, when a server has trouble for long?
///
/// There are three servers, each of which forces changes before it answers. One is a process that is killed again and
/// again; one is on a simulated disk that fails, and whose power is cut; one is a process that is left alone. Each has
/// four clients that write and check what they read, and a crowd of clients that read slowly, send half a request and
/// reset the connection, or say nothing.
///
///     java -jar step-07-server/target/benchmarks.jar soak          ten minutes
///     java -jar step-07-server/target/benchmarks.jar soak 60 42    a minute, with this seed
final class SoakProgram {

    private static final Crowd.Size CROWD = new Crowd.Size(10, 10, 30);
    private static final int WRITERS = 4; // for each server
    private static final int MAX_PAUSE_MILLIS = 400; // between two troubles
    private static final int ONE_IN = 5; // troubles is a kill: to start a process takes a while

    /// What one of the servers has done.
    record Line(String server, long requests, long errors, long lost, long starts, long connections) {}

    /// What came to pass.
    ///
    /// @param bugs exceptions that should not have been thrown
    /// @param before what was in use after a tenth of the time
    /// @param after what was in use at the end
    record Report(List<Line> lines, List<Exception> bugs, Memory before, Memory after) {

        long lost() {
            return lines.stream().mapToLong(Line::lost).sum();
        }

        String text() {
            var text = new StringBuilder("%-16s %12s %10s %6s %8s %14s%n"
                    .formatted("server", "requests", "errors", "lost", "starts", "bad clients"));
            for (Line line : lines) {
                text.append(String.format(
                        Locale.ROOT,
                        "%-16s %,12d %,10d %,6d %,8d %,14d%n",
                        line.server,
                        line.requests,
                        line.errors,
                        line.lost,
                        line.starts,
                        line.connections));
            }
            text.append("bugs: " + bugs.size() + System.lineSeparator());
            text.append(memory("this program and the faulty disk", before.here, after.here));
            text.append(memory("the server that was left alone", before.alone, after.alone));
            return text.toString();
        }

        private static String memory(String of, long then, long now) {
            String line = "memory in use, %s: %.1f MB after a tenth of the time, %.1f MB at the end%n";
            return String.format(Locale.ROOT, line, of, then / 1e6, now / 1e6);
        }
    }

    /// Bytes in use.
    ///
    /// @param here those of this program, with the server on the simulated disk
    /// @param alone those of the server that was left alone
    record Memory(long here, long alone) {

        static Memory of(KilledServer alone) throws IOException, InterruptedException {
            System.gc();
            Runtime here = Runtime.getRuntime();
            return new Memory(here.totalMemory() - here.freeMemory(), Info.usedBytes(alone.process(), true));
        }
    }

    private SoakProgram() {}

    /// Runs a soak, prints what came to pass, and fails if anything was lost.
    ///
    /// @param args how many seconds, and the seed
    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 600;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        System.out.printf(Locale.ROOT, "a soak of %,d s, with the seed %d%n", seconds, seed);
        Report report = run(Duration.ofSeconds(seconds), seed);
        System.out.print(report.text());
        report.bugs().forEach(Exception::printStackTrace);
        System.exit(report.lost() == 0 && report.bugs().isEmpty() ? 0 : 1);
    }

    /// Runs a soak.
    ///
    /// @param seed decides what happens to the disk, when processes are killed, and what is written
    static Report run(Duration duration, long seed) throws IOException, InterruptedException {
        var random = new SplittableRandom(seed);
        try (var killed = new KilledServer(ONE_IN);
                var faulty = new FaultyServer(seed);
                var alone = new KilledServer(0)) {
            Memory before = null;
            var tests = List.of(
                    new Test("killed", killed, random),
                    new Test("faulty disk", faulty, random),
                    new Test("left alone", alone, random));
            long start = System.nanoTime();
            while (System.nanoTime() - start < duration.toNanos()) {
                Thread.sleep(random.nextInt(MAX_PAUSE_MILLIS));
                killed.makeTrouble(random);
                faulty.makeTrouble(random);
                if (before == null && System.nanoTime() - start > duration.toNanos() / 10) {
                    before = Memory.of(alone); // from now on there are as many entries as there will be
                }
            }
            var lines = new ArrayList<Line>();
            for (Test test : tests) {
                lines.add(test.end());
            }
            return new Report(lines, faulty.bugs(), before, Memory.of(alone));
        }
    }

    /// A server and its clients.
    private static final class Test {

        private final String name;
        private final SoakServer server;
        private final Crowd crowd;
        private final List<SoakWriter> writers = new ArrayList<>();

        Test(String name, SoakServer server, SplittableRandom random) {
            this.name = name;
            this.server = server;
            crowd = new Crowd(server::port, CROWD);
            for (int i = 0; i < WRITERS; i++) {
                writers.add(new SoakWriter(server, "writer" + i, random.split()));
            }
        }

        Line end() throws IOException, InterruptedException {
            crowd.close();
            for (SoakWriter writer : writers) {
                writer.end();
            }
            return new Line(
                    name,
                    writers.stream().mapToLong(SoakWriter::requests).sum(),
                    writers.stream().mapToLong(SoakWriter::errors).sum(),
                    writers.stream().mapToLong(SoakWriter::lost).sum(),
                    server.starts(),
                    crowd.connections());
        }
    }
}
