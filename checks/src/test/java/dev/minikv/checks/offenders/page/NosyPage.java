package dev.minikv.checks.offenders.page;

import dev.minikv.checks.offenders.bug.OpenBug;

/// A page that knows a kind of statement, and is public although nothing uses it.
public class NosyPage {

    OpenBug bug = new OpenBug();
}
