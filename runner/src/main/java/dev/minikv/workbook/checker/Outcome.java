package dev.minikv.workbook.checker;

import java.util.List;

/// The result of running an exercise's tests on a solution.
public sealed interface Outcome {

    /// All tests pass.
    ///
    /// @param tests how many, never zero
    /// @param printed what was printed while they ran; often nothing
    /// @param published what the tests reported in addition to their results; often nothing
    record Solved(int tests, String printed, String published) implements Outcome {}

    /// Some test failed.
    ///
    /// @param failures what failed, in the order in which the tests are to be read; never empty
    /// @param passed how many tests passed
    /// @param tests how many tests there are; 0 if something failed before them
    /// @param published what the tests reported in addition to their results; often nothing
    record NotSolved(List<Failure> failures, int passed, int tests, String published) implements Outcome {}

    /// The solution does not compile, so that no test ran.
    ///
    /// @param errors what the compiler found, the first one first; never empty
    record DoesNotCompile(List<CompileError> errors) implements Outcome {}

    /// A test that failed.
    ///
    /// @param test the name of the test method, or of what failed around the tests
    /// @param cause what it threw
    /// @param printed what was printed while it ran; often nothing
    record Failure(String test, Throwable cause, String printed) {}

    /// An error that the compiler found.
    ///
    /// @param file the file's name without its folder
    /// @param line the line's number, from 1
    /// @param column the column's number, from 1
    /// @param source the text of that line
    /// @param message what the compiler says
    record CompileError(String file, long line, long column, String source, String message) {}
}
