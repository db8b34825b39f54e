package dev.minikv.step07.offenders;

import org.assertj.core.api.Assertions;

/// A class that needs more than the JDK.
public final class Borrower {

    void borrow() {
        Assertions.fail("this is a library's method");
    }
}
