package dev.minikv.step02.exercise5.clean.house.engines;

import java.io.File;

/// A part whose name begins like that of another: it may use files.
public final class Steam {

    private Steam() {}

    public static File boiler() {
        return new File("boiler");
    }
}
