package dev.minikv.workbook.checker;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Makes sure that a run of an exercise's tests ends soon, whatever loops and on whatever thread.
///
/// JUnit's time limits come first. They do not cover constructors or the threads that a solution starts,
/// and if a dozen tests loop, each of them takes its full time.
///
/// @param packageName the exercise's package, which identifies its code on a call stack
/// @param limit how long all tests of an exercise together may take
record Watchdog(String packageName, ExerciseClassLoader loader, ResultListener results, Duration limit) {

    private static final Duration A_LOOP = Duration.ofSeconds(3);
    private static final Duration NEXT_LOOP = Duration.ofSeconds(1); // after one that is known
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final Duration TO_STOP = Duration.ofSeconds(1);

    /// Starts the thread that runs the tests, waits for it, and ends it when it takes too long.
    void run(Thread worker) {
        Set<Thread> before = running(Set.of()).keySet(); // threads of an earlier run that could not be ended
        Duration patience = A_LOOP.compareTo(limit) < 0 ? A_LOOP : limit.dividedBy(2);
        try {
            worker.start();
            long start = System.nanoTime();
            long lastNews = start;
            long lastOutside = start;
            long busy = 0; // the processor time that it had used when half of the patience was over
            while (!worker.join(A_MOMENT)) {
                long now = System.nanoTime();
                boolean hasNews = results.hasNews();
                lastNews = hasNews ? now : lastNews;
                lastOutside = hasNews || !isExercises(worker.getStackTrace()) ? now : lastOutside;
                if (now - start > limit.toNanos()) {
                    results.gaveUp(stuck(worker.getStackTrace()));
                    end(worker, before);
                    return;
                }
                if (results.loops() > 0 && now - lastNews > NEXT_LOOP.toNanos()
                        || results.loops() > 1
                        || loader.isOver()) {
                    results.ignoreTheRest();
                    end(worker, before);
                    return;
                }
                if (now - lastOutside <= patience.toNanos() / 2) {
                    busy = 0;
                } else if (busy == 0) {
                    busy = processorTime(worker);
                } else if (worker.getState() == Thread.State.RUNNABLE
                        && processorTime(worker) - busy < patience.toNanos() / 3
                        && now - lastOutside < 4 * patience.toNanos()) {
                    continue; // the machine is busy with something else
                }
                if (now - lastOutside > 2 * patience.toNanos()) { // waiting for a lock, it does not hear
                    results.gaveUp(stuck(worker.getStackTrace()));
                    end(worker, before);
                    return;
                }
                if (now - lastOutside > patience.toNanos()) {
                    worker.interrupt(); // JUnit goes on with the next test
                }
            }
            awaitHooks();
            awaitOthers(before);
        } catch (InterruptedException e) {
            results.ignoreTheRest();
            try {
                end(worker, before);
            } catch (InterruptedException again) {
                worker.interrupt();
            }
            Thread.currentThread().interrupt();
        }
    }

    private static long processorTime(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }

    private void end(Thread worker, Set<Thread> before) throws InterruptedException {
        loader.end();
        long end = System.nanoTime() + TO_STOP.toNanos();
        do {
            worker.interrupt(); // once for each test, as JUnit goes on with the next
        } while ((!worker.join(A_MOMENT) || !running(before).isEmpty()) && System.nanoTime() < end);
    }

    private void awaitHooks() throws InterruptedException {
        for (Thread hook : loader.hooks()) {
            if (hook.getState() == Thread.State.NEW) {
                hook.setDaemon(true);
                hook.start();
            }
        }
        for (Thread hook : loader.hooks()) {
            hook.join(TO_STOP);
        }
    }

    /// Waits for threads that the solution has started, and reports one if it does not end by itself.
    private void awaitOthers(Set<Thread> before) throws InterruptedException {
        long end = System.nanoTime() + TO_STOP.toNanos();
        Map<Thread, StackTraceElement[]> running = running(before);
        while (!running.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(A_MOMENT);
            running = running(before);
        }
        if (running.isEmpty()) {
            return;
        }
        loader.end();
        for (int moment = 0; loader.stopped().isEmpty() && moment < 10; moment++) {
            Thread.sleep(A_MOMENT);
        }
        StackTraceElement[] seen = running.values().iterator().next();
        results.leftBehind(stuck(loader.stopped().map(Throwable::getStackTrace).orElse(seen)));
    }

    /// Returns the exercise's threads that are not just waiting for others, with their stack traces.
    private Map<Thread, StackTraceElement[]> running(Set<Thread> before) {
        Map<Thread, StackTraceElement[]> running = new HashMap<>(Thread.getAllStackTraces());
        running.keySet().removeAll(before);
        running.entrySet().removeIf(thread -> switch (thread.getKey().getState()) {
            case RUNNABLE, TIMED_WAITING -> !isExercises(thread.getValue()) && !carriesVirtualThread(thread.getValue());
            case NEW, BLOCKED, WAITING, TERMINATED -> true;
        });
        return running;
    }

    private boolean isExercises(StackTraceElement[] frames) {
        return Arrays.stream(frames).anyMatch(frame -> frame.getClassName().startsWith(packageName + "."));
    }

    /// A virtual thread's own frames are not visible from outside, and only exercises use virtual threads
    /// here.
    private static boolean carriesVirtualThread(StackTraceElement[] frames) {
        return Stream.of(frames).anyMatch(frame -> frame.getClassName().equals("java.lang.VirtualThread"));
    }

    /// Returns the exception that JUnit throws if a test takes too long, with the place that its thread has
    /// reached.
    private static Throwable stuck(StackTraceElement[] frames) {
        var place = new Exception("this is where it was");
        place.setStackTrace(frames);
        return new TimeoutException("the tests did not end").initCause(place);
    }
}
