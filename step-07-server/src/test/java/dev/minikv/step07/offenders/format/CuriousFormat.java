package dev.minikv.step07.offenders.format;

import java.nio.file.Path;

/// A format that knows where its bytes are.
public final class CuriousFormat {

    private Path file;
}
