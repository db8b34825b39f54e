package dev.minikv.workbook.measure;

import com.sun.management.OperatingSystemMXBean;
import dev.minikv.workbook.program.Program;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine that a benchmark ran on, as far as its scores depend on it.
///
/// @param cpu the processor's model
/// @param cores how many of its cores the JVM sees
/// @param memoryGib the memory, in whole GiB
/// @param os the operating system and the architecture
public record Machine(String cpu, int cores, long memoryGib, String os) {

    private static final long BYTES_PER_GIB = 1L << 30;

    /// Returns the machine that this program runs on.
    public static Machine ofThisProcess() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                cpuModel().orElse("unknown"),
                Runtime.getRuntime().availableProcessors(),
                Math.round((double) system.getTotalMemorySize() / BYTES_PER_GIB),
                system.getName() + " " + system.getArch());
    }

    /// Each system has it in another place: Linux in a file, macOS through a command, Windows in the
    /// environment.
    private static Optional<String> cpuModel() {
        Path linux = Path.of("/proc/cpuinfo");
        if (Files.exists(linux)) {
            try (Stream<String> lines = Files.lines(linux)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst();
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))
                .or(() -> Program.output(List.of("sysctl", "-n", "machdep.cpu.brand_string"), Run.LIMIT));
    }

    @Override
    public String toString() {
        return "%s, %s cores, %s GiB, %s".formatted(cpu, cores, memoryGib, os);
    }
}
