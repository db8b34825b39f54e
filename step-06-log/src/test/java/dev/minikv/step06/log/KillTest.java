package dev.minikv.step06.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step06.disk.RealDisk;
import dev.minikv.step06.store.EngineKind;
import dev.minikv.step06.store.Limits;
import dev.minikv.step06.store.MiniKvStore;
import dev.minikv.step06.store.Result.Success;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A hundred processes are killed, each after it has acknowledged some changes: none of these is lost.
class KillTest {

    private static final int KILLS_OF_A_POLICY = 34;
    private static final int MAX_LINES = 40;

    @TempDir
    private Path folder;

    /// The process that is killed. It makes the changes from a number on, and says so of each that is acknowledged.
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            LoggedStore store = open(args[0], SyncPolicy.valueOf(args[1]));
            for (int number = Integer.parseInt(args[2]); change(store, number); number++) {
                System.out.println(number);
                if (number % 25 == 0) {
                    store.compact();
                }
            }
        }

        private static boolean change(LoggedStore store, int number) {
            String key = key(number);
            return (isDelete(number) ? store.delete(key) : store.set(key, value(number))) instanceof Success;
        }
    }

    private static String key(int number) {
        return "key " + number * 7 % 20;
    }

    private static String value(int number) {
        return "value " + number;
    }

    private static boolean isDelete(int number) {
        return number % 4 == 3;
    }

    private static LoggedStore open(String folder, SyncPolicy policy) {
        var memory = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        if (LoggedStore.open(new RealDisk(), folder, memory, policy, 500, false)
                instanceof Success(LoggedStore store)) {
            store.startBackground();
            return store;
        }
        throw new AssertionError("the folder cannot be opened");
    }

    @ParameterizedTest
    @EnumSource
    void what_was_acknowledged_is_there_after_a_kill(SyncPolicy policy) throws IOException, InterruptedException {
        var random = new Random(policy.ordinal());
        var expected = new TreeMap<String, String>();
        int number = 0; // of the last change that is there
        for (int kill = 0; kill < KILLS_OF_A_POLICY; kill++) {
            int acknowledged = acknowledgedByChild(policy, number + 1, 1 + random.nextInt(MAX_LINES));
            apply(expected, number + 1, acknowledged);
            Map<String, String> next = new TreeMap<>(expected);
            apply(next, acknowledged + 1, acknowledged + 1);

            Map<String, String> left = contents(policy);

            assertThat(left)
                    .as("after kill %d, of change %d", kill, acknowledged)
                    .isIn(expected, next);
            assertThat(acknowledged).isGreaterThan(number);
            boolean isOneMoreThere = !left.equals(expected);
            number = isOneMoreThere ? acknowledged + 1 : acknowledged;
            expected = new TreeMap<>(left);
        }
    }

    private static void apply(Map<String, String> state, int from, int to) {
        for (int number = from; number <= to; number++) {
            if (isDelete(number)) {
                state.remove(key(number));
            } else {
                state.put(key(number), value(number));
            }
        }
    }

    /// Returns the last number that a process has said before it was dead.
    private int acknowledgedByChild(SyncPolicy policy, int first, int lines) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process child = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        Planted.place(LoggedStore.class)
                                + System.getProperty("path.separator")
                                + Planted.place(Child.class),
                        Child.class.getName(),
                        folder.resolve("data").toString(),
                        policy.name(),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = first - 1;
        try (BufferedReader output = child.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                last = Integer.parseInt(line);
                if (last == first + lines - 1) {
                    child.toHandle().destroyForcibly(); // the output stays open: what it has said counts
                }
            }
        }
        child.waitFor();
        return last;
    }

    private Map<String, String> contents(SyncPolicy policy) throws IOException {
        LoggedStore store = open(folder.resolve("data").toString(), policy);
        Map<String, String> contents = store.entries() instanceof Success(List<Entry<String, String>> entries)
                ? entries.stream().collect(Collectors.toMap(Entry::getKey, Entry::getValue))
                : Map.of();
        store.close();
        return contents;
    }
}
