package dev.minikv.step07.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.minikv.step07.wire.Reply;
import dev.minikv.step07.wire.ReplyReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory a server needs.
final class Info {

    private static final String USED = "used_memory:";
    private static final String RESIDENT = "VmRSS:";

    private Info() {}

    /// Returns how many bytes a server has in use: those that Redis has allocated, or those of the objects that are
    /// left in a JVM after its garbage has been collected.
    static long usedBytes(ServerProcess server, boolean isJvm) throws IOException, InterruptedException {
        if (isJvm) {
            collectGarbage(server.process().pid());
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("INFO memory\r\n".getBytes(US_ASCII));
            Reply reply = new ReplyReader(new BufferedInputStream(socket.getInputStream())).next();
            return ((Reply.Text) reply)
                    .value()
                    .lines()
                    .filter(line -> line.startsWith(USED))
                    .mapToLong(line -> Long.parseLong(line.substring(USED.length())))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void collectGarbage(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String often = "GC.run\n".repeat(4); // one in four closes all gaps, and the others do not
        int exitCode = new ProcessBuilder(jcmd, "" + pid, often)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException("jcmd cannot reach the process " + pid);
        }
    }

    /// Returns how many bytes the operating system has given to a process; 0 where it is not Linux.
    static long residentBytes(ServerProcess server) throws IOException {
        Path status = Path.of("/proc", "" + server.process().pid(), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
