package dev.minikv.step02.exercise5;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.minikv.step02.exercise5.clean.house.dates.Years;
import dev.minikv.step02.exercise5.clean.house.engine.MemoryStore;
import dev.minikv.step02.exercise5.clean.house.engine.Store;
import dev.minikv.step02.exercise5.clean.house.engine.keys.KeyLength;
import dev.minikv.step02.exercise5.clean.house.engines.Steam;
import dev.minikv.step02.exercise5.clean.house.numbers.Pieces;
import dev.minikv.step02.exercise5.clean.house.samples.Samples;
import dev.minikv.step02.exercise5.clean.house.shell.Prompt;
import dev.minikv.step02.exercise5.clean.house.shell.terminal.Screen;
import dev.minikv.step02.exercise5.clean.house.shells.Beach;
import dev.minikv.step02.exercise5.clean.house.terminals.Windows;
import dev.minikv.step02.exercise5.clean.house.words.Namesakes;
import dev.minikv.step02.exercise5.clean.house.words.Words;
import dev.minikv.step02.exercise5.mixed.street.house.Launcher;
import dev.minikv.step02.exercise5.mixed.street.house.Offenders;
import dev.minikv.step02.exercise5.mixed.street.house.engine.Shelf;
import dev.minikv.step02.exercise5.mixed.street.house.engine.WoodenShelf;
import dev.minikv.step02.exercise5.mixed.street.house.engine.locks.Lock;
import dev.minikv.step02.exercise5.mixed.street.house.shell.Dialog;
import dev.minikv.step02.exercise5.mixed.street.house.shell.terminal.Desk;
import dev.minikv.step02.exercise5.mixed.street.house.words.Sentence;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The programs on which the learner's rules are checked: some keep the rules of the house, and each
/// of the others breaks one.
final class Programs {

    private static final List<Class<?>> CLEAN = Stream.of(
                    Stream.of(
                            dev.minikv.step02.exercise5.clean.house.Launcher.class,
                            Store.class,
                            MemoryStore.class,
                            KeyLength.class,
                            Prompt.class,
                            Screen.class,
                            Samples.class,
                            Words.class,
                            Pieces.class,
                            Years.class,
                            Windows.class,
                            Steam.class,
                            Beach.class),
                    Stream.of(Namesakes.class.getDeclaredClasses()))
            .<Class<?>>flatMap(classes -> classes)
            .toList();

    private static final List<Class<?>> MIXED = List.of(
            Launcher.class, Shelf.class, WoodenShelf.class, Lock.class, Dialog.class, Desk.class, Sentence.class);

    /// A program that breaks a rule.
    ///
    /// @param rule the rule that it breaks, in words
    /// @param how how it breaks the rule, in words
    record Dirty(String rule, String how, JavaClasses program) {}

    /// The classes that a program adds to the mixed one.
    private record Addition(String rule, String how, List<Class<?>> offenders) {}

    private static final List<Addition> ADDITIONS = additions();

    private static List<Addition> additions() {
        var all = new ArrayList<Addition>();
        var engine = new Rule("engine: uses more than it may", all);
        engine.brokenBy("it prints", "engine.Offenders$Announcer");
        engine.brokenBy("it has a field for a writer", "engine.Offenders$Journal");
        engine.brokenBy("it has a parameter for a stream", "engine.Offenders$Lister");
        engine.brokenBy("it uses files one package below", "engine.files.Offenders$Archive");
        engine.brokenBy("it calls the shell", "engine.Offenders$Caller");
        engine.brokenBy("it uses another part", "engine.Offenders$Talker");
        engine.brokenBy("java.util.zip", "engine.Offenders$Zipper");
        engine.brokenBy("java.util.concurrent", "engine.Offenders$Queuer");
        engine.brokenBy("java.lang.reflect", "engine.Offenders$Mirror");
        var door = new Rule("shell: is used from outside", all);
        door.brokenBy("by a second class that joins the parts", "Offenders$Matchmaker");
        door.brokenBy("by a LauncherMenu", "Offenders$LauncherMenu");
        door.brokenBy("by an OldLauncher", "Offenders$OldLauncher");
        door.brokenBy("by a class with fields for both", "Offenders$Cabinet");
        door.brokenBy("by a class that knows no engine", "visitors.Offenders$Greeter");
        door.brokenBy("by a subclass of one of its classes", "visitors.Offenders$Heir");
        var interfaces = new Rule("shell: knows classes of the engine", all);
        interfaces.brokenBy("it creates one", "shell.Offenders$Builder");
        interfaces.brokenBy("it has a field", "shell.Offenders$Owner");
        interfaces.brokenBy("it has a parameter", "shell.Offenders$Guest");
        interfaces.brokenBy("it uses one a package below", "shell.Offenders$Locksmith");
        interfaces.brokenBy("the terminal knows one", "shell.terminal.Offenders$Painter");
        var console = new Rule("console: is used elsewhere", all);
        console.brokenBy("the shell reads", "shell.Offenders$Listener");
        console.brokenBy("the shell prints", "shell.Offenders$Speaker");
        console.brokenBy("the shell prints to System.err", "shell.Offenders$Complainer");
        console.brokenBy("Launcher prints", "Offenders$Launcher");
        console.brokenBy("another part prints", "words.Offenders$Shouter");
        console.brokenBy("a package terminals prints", "terminals.Offenders$Radio");
        var exit = new Rule("exit: is called elsewhere", all);
        exit.brokenBy("by the shell", "shell.Offenders$Quitter");
        exit.brokenBy("by the terminal", "shell.terminal.Offenders$Unplugger");
        exit.brokenBy("by another part", "words.Offenders$Leaver");
        exit.brokenBy("by a LauncherExit", "Offenders$LauncherExit");
        exit.brokenBy("by a LastLauncher", "Offenders$LastLauncher");
        var ring = new Rule("ring: parts need each other", all);
        ring.brokenBy("two", "words.Offenders$Spelling", "numbers.Offenders$Numeral");
        ring.brokenBy("two others", "dates.Offenders$Month", "coins.Offenders$Cent");
        ring.brokenBy("three", "words.Offenders$Weekday", "dates.Offenders$Diary", "numbers.Offenders$Ordinal");
        ring.brokenBy(
                "four",
                "words.Offenders$Spring",
                "numbers.Offenders$Summer",
                "dates.Offenders$Autumn",
                "coins.Offenders$Winter");
        ring.brokenBy(
                "through packages below",
                "words.fine.Offenders$Detail",
                "numbers.Offenders$Total",
                "numbers.sums.Offenders$Sum",
                "words.Offenders$Plain");
        return all;
    }

    private record Rule(String name, List<Addition> additions) {

        void brokenBy(String how, String... offenders) {
            List<Class<?>> classes =
                    Stream.of(offenders).<Class<?>>map(Programs::offender).toList();
            additions.add(new Addition(name, how, classes));
        }
    }

    private static Class<?> offender(String name) {
        try {
            return Class.forName(Offenders.class.getPackageName() + "." + name, false, Programs.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All classes are read only once, because reading takes the time.
    private static final JavaClasses ALL = new ClassFileImporter()
            .importUrls(Stream.of(Stream.of(CLEAN, MIXED), ADDITIONS.stream().map(Addition::offenders))
                    .flatMap(programs -> programs)
                    .flatMap(List::stream)
                    .map(Programs::classFile)
                    .toList());

    private Programs() {}

    /// Returns a program that keeps the rules.
    static JavaClasses clean() {
        return program(CLEAN);
    }

    /// Returns a program that keeps the rules, and shares no class with the other one.
    static JavaClasses mixedWithoutOffenders() {
        return program(MIXED);
    }

    /// Returns programs that each break one rule.
    static List<Dirty> dirty() {
        return ADDITIONS.stream()
                .map(addition -> new Dirty(
                        addition.rule(),
                        addition.how(),
                        program(Stream.of(MIXED, addition.offenders())
                                .flatMap(List::stream)
                                .toList())))
                .toList();
    }

    /// Returns a program without a class.
    static JavaClasses empty() {
        return ALL.that(DescribedPredicate.alwaysFalse());
    }

    private static URL classFile(Class<?> type) {
        return type.getResource("/" + type.getName().replace('.', '/') + ".class");
    }

    private static JavaClasses program(List<Class<?>> classes) {
        return ALL.that(belongToAnyOf(classes.toArray(Class<?>[]::new)));
    }
}
