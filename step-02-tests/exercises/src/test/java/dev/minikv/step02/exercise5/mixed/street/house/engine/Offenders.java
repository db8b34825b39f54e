package dev.minikv.step02.exercise5.mixed.street.house.engine;

import dev.minikv.step02.exercise5.mixed.street.house.shell.Dialog;
import dev.minikv.step02.exercise5.mixed.street.house.words.Sentence;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.reflect.Method;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// Prints.
    public static final class Announcer {
        void add(String value) {
            System.out.println("stored " + value);
        }
    }

    /// Has a field for a writer, and never uses it.
    public static final class Journal {
        Writer out;
    }

    /// Has a parameter for a stream, and never uses it.
    public static final class Lister {
        void list(PrintStream out) {}
    }

    /// Calls a method of the shell.
    public static final class Caller {
        String get() {
            return Dialog.greeting();
        }
    }

    /// Uses a package of the JDK below java.util.
    public static final class Zipper {
        long sum() {
            return new CRC32().getValue();
        }
    }

    /// Uses another package below java.util.
    public static final class Queuer {
        Queue<String> values = new ConcurrentLinkedQueue<>();
    }

    /// Uses a package of the JDK below java.lang.
    public static final class Mirror {
        Method method;
    }

    /// Uses another part of the program.
    public static final class Talker {
        String get() {
            return Sentence.of("here");
        }
    }
}
