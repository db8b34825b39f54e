package dev.minikv.step06.log;

import dev.minikv.step06.disk.Disk;
import dev.minikv.step06.disk.Replacement;
import dev.minikv.step06.disk.SimulatedDisk;
import dev.minikv.step06.disk.SimulatedDisk.Crash;
import dev.minikv.step06.disk.SimulatedDisk.Trouble;
import dev.minikv.step06.store.EngineKind;
import dev.minikv.step06.store.Limits;
import dev.minikv.step06.store.MiniKvStore;
import dev.minikv.step06.store.Result;
import dev.minikv.step06.store.Result.Failure;
import dev.minikv.step06.store.Result.Success;
import dev.minikv.step06.store.StoreError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Lives of a store in one folder, one after the other. Chance decides what each of them does, and how it ends.
///
/// A life opens the folder, and must find there what the lives before have promised. So what one recovery has spoilt
/// shows in a later one. Each answer is compared with that of a map.
final class Lives {

    /// What goes wrong in these lives.
    enum Column {
        KILL(Trouble.KILL),
        POWER_CUT(Trouble.POWER_CUT),
        /// A kill or a power cut strikes while the folder is being opened, several times in a row.
        CRASH_IN_RECOVERY(Trouble.POWER_CUT),
        DISK_FULL(Trouble.DISK_FULL),
        IO_ERROR(Trouble.IO_ERROR),
        BROKEN(Trouble.BROKEN),
        LYING_FORCE(Trouble.LYING_FORCE),
        /// Bytes change that were on the disk, or a file of the log is removed.
        DAMAGE(null);

        private final Trouble trouble;

        Column(Trouble trouble) {
            this.trouble = trouble;
        }
    }

    /// The store has broken a promise.
    @SuppressWarnings("serial") // it goes nowhere
    private static final class Finding extends RuntimeException {
        private Finding(String message) {
            super(message);
        }
    }

    private static final Path FOLDER = Path.of("/data");
    private static final int SEGMENT_BYTES = 200;
    private static final int KEYS = 5;

    private final Column column;
    private final SyncPolicy policy;
    private final Random random;
    private final SimulatedDisk disk;
    private final List<String> trace = new ArrayList<>();
    private final Disk traced;
    private LoggedStore store;
    private Promise promise = new Promise(Map.of());
    private Map<String, String> underway; // the state after the change that is being made
    private boolean isPowerLost = false; // since the folder was opened
    private Trouble planned;
    private int plannedAt;
    private boolean isOver = false; // the trouble, as far as the disk is concerned
    private boolean isBroken = false; // as the store has said
    private int values = 0;

    /// Begins with an empty disk.
    ///
    /// @param isTraced whether to write down what happens, which takes time
    private Lives(Column column, SyncPolicy policy, long seed, boolean isTraced) {
        this.column = column;
        this.policy = policy;
        this.random = new Random(seed);
        this.disk = new SimulatedDisk(seed);
        this.traced = isTraced ? new TracedDisk(disk, trace) : disk;
    }

    /// Returns the first finding in the lives of a folder, or the empty string. The policy follows from the seed.
    static String finding(String column, long seed, int lives) {
        return of(column, seed, false).run(lives).orElse("");
    }

    /// Returns what the store did in the lives of a folder, what the disk was asked for, and what it held.
    static String trace(String column, long seed, int lives) {
        var traced = of(column, seed, true);
        traced.run(lives);
        return String.join("\n", traced.trace);
    }

    private static Lives of(String column, long seed, boolean isTraced) {
        SyncPolicy[] policies = SyncPolicy.values();
        return new Lives(Column.valueOf(column), policies[(int) (seed % policies.length)], seed, isTraced);
    }

    /// Lives some lives, or fewer if a promise is broken: then it returns which.
    private Optional<String> run(int lives) {
        for (int life = 1; life <= lives; life++) {
            try {
                live();
            } catch (RuntimeException | IOException | AssertionError | StackOverflowError e) {
                String message = "life %d of %s, %s: %s".formatted(life, column, policy, e);
                return Optional.of(message.replaceAll("xxx+", "x..."));
            }
        }
        return Optional.empty();
    }

    private void live() throws IOException {
        if (column == Column.CRASH_IN_RECOVERY) {
            for (int crashes = random.nextInt(4); crashes > 0; crashes--) {
                crashWhileOpening();
            }
        }
        plan(column.trouble, random.nextBoolean() ? 10 : 40);
        try {
            open();
            boolean isStruck = false;
            for (int operations = random.nextInt(16); operations > 0; operations--) {
                operate();
                isStruck |= disk.operations() >= plannedAt;
                operations -= isStruck ? random.nextInt(4) : 0; // it ends soon after, or later
            }
            end();
        } catch (Crash _) {
            isPowerLost |= planned == Trouble.POWER_CUT;
            if (underway != null) {
                promise.leaveOpen(underway);
                underway = null;
            }
        }
        disk.repair();
        if (traced != disk) {
            for (String name : disk.list(FOLDER)) {
                trace.add(name + " " + Arrays.hashCode(disk.read(FOLDER.resolve(name))));
            }
        }
    }

    private void plan(Trouble trouble, int operations) {
        planned = trouble;
        plannedAt = trouble == null ? Integer.MAX_VALUE : disk.operations() + 1 + random.nextInt(operations);
        isOver = false;
        disk.plan(plannedAt, trouble);
    }

    private void crashWhileOpening() {
        plan(random.nextBoolean() ? Trouble.KILL : Trouble.POWER_CUT, 12);
        try {
            open();
            disk.kill();
        } catch (Crash _) {
            isPowerLost |= planned == Trouble.POWER_CUT;
        }
    }

    private void end() throws IOException {
        disk.repair();
        boolean isPowerCut = switch (column) {
            case KILL, DAMAGE -> false;
            case POWER_CUT -> true;
            default -> random.nextBoolean();
        };
        if (isPowerCut) {
            disk.cutPower();
            isPowerLost = true;
        } else {
            disk.kill();
        }
        if (column == Column.DAMAGE) {
            damage();
        } else if (random.nextInt(4) == 0) {
            plan(null, 0);
            Optional<LogProblem> problem = store.reopen(() -> {});
            if (problem.isPresent()) {
                throw new Finding("does not open again: " + problem.get());
            }
            check();
            disk.kill();
        }
    }

    private void open() {
        for (int attempts = 1; ; attempts++) {
            boolean mayFail = attempts < 4;
            var memory = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
            switch (LoggedStore.open(traced, "data", memory, policy, SEGMENT_BYTES, false)) {
                case Success(LoggedStore opened) -> {
                    store = opened;
                    check();
                    return;
                }
                case Failure(LogProblem.DiskFailed failed)
                when mayFail -> {
                    excuse(failed.toString(), false);
                    if (attempts == 2) {
                        disk.repair();
                    }
                }
                case Failure(var problem) -> throw new Finding("does not open: " + problem);
            }
        }
    }

    /// Checks what has been opened, and begins to expect what it promises.
    private void check() {
        Map<String, String> left = contents();
        trace.add("opened " + left);
        if (!promise.allows(left, isPowerLost)) {
            throw new Finding((isPowerLost ? "after a power cut " : "after a kill ") + left + " of " + promise);
        }
        List<String> leftovers = disk.list(FOLDER).stream()
                .filter(name -> name.endsWith(Replacement.FRESH))
                .toList();
        if (!leftovers.isEmpty()) {
            throw new Finding("left for ever: " + leftovers);
        }
        if (column != Column.DAMAGE) {
            promise = new Promise(left);
        }
        isPowerLost = false;
        isBroken = false;
    }

    private Map<String, String> contents() {
        return store.entries() instanceof Success(List<Entry<String, String>> entries)
                ? entries.stream().collect(Collectors.toMap(Entry::getKey, Entry::getValue))
                : Map.of("unreadable", "");
    }

    private void operate() throws IOException {
        if (disk.operations() >= plannedAt && random.nextInt(4) == 0) {
            disk.repair();
            isOver |= planned == Trouble.DISK_FULL;
        }
        switch (random.nextInt(32)) {
            case 0, 1, 2 -> compact();
            case 3, 4 -> force();
            case 5 -> reopen();
            case 6 -> clear();
            case 7, 8, 9 -> setAll();
            case 10, 11, 12, 13 -> delete();
            case 14, 15 -> set("x".repeat(60 + random.nextInt(200)));
            default -> set("");
        }
    }

    private void set(String value) {
        String key = key();
        String fresh = value + values++;
        var next = new TreeMap<>(promise.now());
        Optional<String> old = Optional.ofNullable(next.put(key, fresh));
        change(next, old, () -> store.set(key, fresh));
    }

    private void setAll() {
        var entries = new ArrayList<Entry<String, String>>();
        var next = new TreeMap<>(promise.now());
        for (int i = random.nextInt(4); i > 0; i--) {
            entries.add(Map.entry(key(), "all" + values++));
            next.put(entries.getLast().getKey(), entries.getLast().getValue());
        }
        change(next, next.size() - promise.now().size(), () -> store.setAll(entries));
    }

    private void delete() {
        String key = key();
        var next = new TreeMap<>(promise.now());
        Optional<String> old = Optional.ofNullable(next.remove(key));
        change(next, old, () -> store.delete(key));
    }

    private void clear() {
        change(Map.of(), promise.now().size(), () -> store.clear());
    }

    private String key() {
        return "k" + random.nextInt(KEYS);
    }

    private <T> void change(Map<String, String> next, T expected, Supplier<Result<T, StoreError>> call) {
        underway = next;
        Result<T, StoreError> answer = call.get();
        underway = null;
        trace.add(answer.toString());
        switch (answer) {
            case Success(T value) -> {
                if (!value.equals(expected)) {
                    throw new Finding("answered " + value + ", not " + expected);
                }
                if (isBroken && !next.equals(promise.now())) {
                    throw new Finding("acknowledged a change after it had said that it cannot");
                }
                promise.acknowledge(next);
                if (policy == SyncPolicy.ALWAYS) {
                    promise.force();
                }
            }
            case Failure(StoreError.Unavailable(String _, Exception cause, boolean isNowBroken)) -> {
                excuse(cause.toString(), isNowBroken);
                if (isNowBroken && !isBroken) {
                    promise.leaveOpen(next);
                    isBroken = true;
                }
            }
            case Failure(StoreError error) -> throw new Finding("refused: " + error);
        }
        Map<String, String> contents = answer instanceof Failure || random.nextInt(8) == 0 ? contents() : promise.now();
        if (!contents.equals(promise.now())) {
            throw new Finding("shows " + contents + ", not " + promise.now());
        }
    }

    /// Checks that the disk has given reason to refuse something.
    private void excuse(String message, boolean isBroken) {
        trace.add(message);
        if (disk.operations() < plannedAt || isOver && !isBroken) {
            throw new Finding("failed without a reason: " + message);
        }
        isOver |= planned == Trouble.IO_ERROR;
    }

    private void compact() {
        Optional<LogProblem> problem = store.compact();
        if (problem.isEmpty()) {
            promise.force();
        } else if (problem.get() instanceof LogProblem.DiskFailed failed) {
            excuse(failed.toString(), true);
        } else {
            throw new Finding("does not compact: " + problem.get());
        }
    }

    private void force() {
        try {
            store.force();
            promise.force();
        } catch (IOException e) {
            excuse(e.toString(), true);
        }
    }

    private void reopen() {
        Optional<LogProblem> problem = store.close();
        if (problem.isPresent()) {
            excuse(problem.get().toString(), true);
        } else {
            promise.force();
        }
        open();
    }

    /// Damages a file of a closed folder. The store may refuse to open it. If it opens it, it may lack only what
    /// nothing in the folder tells of: the last record, and under other policies all that was not forced before it.
    private void damage() throws IOException {
        List<String> files = disk.list(FOLDER).stream()
                .filter(name -> name.matches("(log|snapshot)-\\d+"))
                .sorted()
                .toList();
        boolean isLast = random.nextBoolean();
        List<String> segments =
                files.stream().filter(name -> name.startsWith("log-")).toList();
        String name = isLast ? segments.getLast() : files.get(random.nextInt(files.size()));
        isLast = name.equals(segments.getLast());
        Path file = FOLDER.resolve(name);
        byte[] whole = disk.read(file);
        disk.delete(file);
        switch (isLast ? 2 : random.nextInt(3)) {
            case 0 -> {}
            case 1 -> write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
            default -> {
                byte[] flipped = whole.clone();
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                write(file, flipped);
            }
        }
        plan(null, 0);
        var memory = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        switch (LoggedStore.open(traced, "data", memory, policy, SEGMENT_BYTES, false)) {
            case Success(LoggedStore opened) -> {
                store = opened;
                Map<String, String> left = contents();
                int maxLost = policy == SyncPolicy.ALWAYS ? 1 : Integer.MAX_VALUE;
                if (!isLast || !promise.goBack(left, maxLost)) {
                    throw new Finding("damage in " + name + " of " + files + " left " + left + " of " + promise);
                }
            }
            case Failure(LogProblem.Damaged _), Failure(LogProblem.Newer _) -> {
                disk.delete(file);
                write(file, whole);
            }
            case Failure(var problem) -> throw new Finding("damage is a " + problem);
        }
        disk.kill();
    }

    private void write(Path file, byte[] bytes) throws IOException {
        try (Disk.OpenFile out = disk.create(file, file)) {
            out.write(bytes);
        }
    }
}
