package dev.minikv.workbook.maven;

import java.util.List;

/// The outcome of a run of tests.
///
/// @param exitCode Maven's
/// @param results of each test that was run
/// @param seconds how long the tests took, without Maven
/// @param complaints what Maven says is wrong, in its words: all there is if it could not compile the tests
public record TestRun(int exitCode, List<TestResult> results, double seconds, List<String> complaints) {

    /// Returns how many tests ended in a state.
    public long count(TestResult.State state) {
        return results.stream().filter(result -> result.state() == state).count();
    }

    /// Returns whether tests were run and none failed, by Maven's word too.
    public boolean isGreen() {
        return exitCode == 0 && count(TestResult.State.PASSED) > 0 && count(TestResult.State.FAILED) == 0;
    }
}
