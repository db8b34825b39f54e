package dev.minikv.step07.offenders.terminal;

import org.assertj.core.api.Assertions;

/// A terminal that needs another library besides JLine.
public final class BorrowingTerminal {

    void borrow() {
        Assertions.fail("this is another library's method");
    }
}
