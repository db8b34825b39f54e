package dev.minikv.checks.offenders.bug;

import dev.minikv.checks.offenders.page.Door;

/// Knows the page that knows it.
public class OpenBug {

    Door door = new Door();
}
