package dev.minikv.step04.repl;

import dev.minikv.step04.store.StoreError;

/// Something that did not work, as data: [Wording] puts it in words, and nothing else does.
///
/// What has its cause in a bug of this program is not among them. A bug is thrown, and ends it.
public sealed interface Problem permits Mistake, Problem.Refused, Fault {

    /// The store refused to store something.
    ///
    /// @param error why
    record Refused(StoreError error) implements Problem {}
}
