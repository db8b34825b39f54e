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
        try {
            worker.start();
            if (endsByItself(worker)) {
                awaitHooks();
                awaitOthers(before);
            } else {
                end(worker, before);
            }
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

    /// Waits for the thread, and returns false if it has to be ended.
    private boolean endsByItself(Thread worker) throws InterruptedException {
        Duration patience = A_LOOP.compareTo(limit) < 0 ? A_LOOP : limit.dividedBy(2);
        var inside = new Stopwatch(); // how long it has been in the exercise's code without a result
        long start = System.nanoTime();
        long last = start;
        long lastNews = start;
        long lastProcessor = 0;
        while (!worker.join(A_MOMENT)) {
            long now = System.nanoTime();
            long processor = ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.threadId());
            inside.add(worker.getState(), Duration.ofNanos(now - last), Duration.ofNanos(processor - lastProcessor));
            last = now;
            lastProcessor = processor;
            boolean hasNews = results.hasNews();
            if (hasNews || !isExercises(worker.getStackTrace())) {
                inside.restart();
            }
            lastNews = hasNews ? now : lastNews;
            boolean loopsAgain = results.loops() > 1 || results.loops() > 0 && now - lastNews > NEXT_LOOP.toNanos();
            if (loopsAgain || loader.isOver()) {
                results.ignoreTheRest();
                return false;
            }
            if (now - start > limit.toNanos() || inside.isOver(patience.multipliedBy(2))) {
                results.gaveUp(stuck(worker.getStackTrace())); // waiting for a lock, it does not hear an interrupt
                return false;
            }
            if (inside.isOver(patience)) {
                worker.interrupt(); // JUnit goes on with the next test
            }
        }
        return true;
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
