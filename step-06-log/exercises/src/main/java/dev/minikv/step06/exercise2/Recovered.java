package dev.minikv.step06.exercise2;

import java.util.List;

/// How a log ended, and what it held.
public sealed interface Recovered {

    /// Nothing is missing.
    ///
    /// @param payloads all records
    record Clean(List<String> payloads) implements Recovered {}

    /// The tail was torn by a crash, and is cut.
    ///
    /// @param payloads the records before it
    /// @param offset where it began, which is the end of the log now
    record Torn(List<String> payloads, int offset) implements Recovered {}

    /// A record is missing that was on the disk before. The log is as it was.
    ///
    /// @param offset where its frame should begin
    record Damaged(int offset) implements Recovered {}
}
