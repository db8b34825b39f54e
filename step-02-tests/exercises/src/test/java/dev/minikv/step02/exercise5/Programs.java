package dev.minikv.step02.exercise5;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.minikv.step02.exercise5.clean.repl.Prompt;
import dev.minikv.step02.exercise5.clean.samples.Samples;
import dev.minikv.step02.exercise5.clean.store.MemoryStore;
import dev.minikv.step02.exercise5.clean.store.keys.KeyLength;
import dev.minikv.step02.exercise5.clean.words.Namesakes;
import dev.minikv.step02.exercise5.clean.words.Words;
import dev.minikv.step02.exercise5.mixed.Cabinet;
import dev.minikv.step02.exercise5.mixed.MainMenu;
import dev.minikv.step02.exercise5.mixed.Matchmaker;
import dev.minikv.step02.exercise5.mixed.dates.Diary;
import dev.minikv.step02.exercise5.mixed.numbers.Numeral;
import dev.minikv.step02.exercise5.mixed.numbers.Ordinal;
import dev.minikv.step02.exercise5.mixed.repl.Complainer;
import dev.minikv.step02.exercise5.mixed.repl.Dialog;
import dev.minikv.step02.exercise5.mixed.repl.Listener;
import dev.minikv.step02.exercise5.mixed.repl.Quitter;
import dev.minikv.step02.exercise5.mixed.repl.Speaker;
import dev.minikv.step02.exercise5.mixed.store.Announcer;
import dev.minikv.step02.exercise5.mixed.store.Caller;
import dev.minikv.step02.exercise5.mixed.store.Journal;
import dev.minikv.step02.exercise5.mixed.store.Lister;
import dev.minikv.step02.exercise5.mixed.store.Shelf;
import dev.minikv.step02.exercise5.mixed.store.files.Archive;
import dev.minikv.step02.exercise5.mixed.words.Sentence;
import dev.minikv.step02.exercise5.mixed.words.Spelling;
import dev.minikv.step02.exercise5.mixed.words.Weekday;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The programs that the learner's rules are checked on: some keep the rules of the house, and each
/// of the others breaks one.
final class Programs {

    private static final List<Class<?>> CLEAN = Stream.of(
                    Stream.of(
                            dev.minikv.step02.exercise5.clean.Main.class,
                            MemoryStore.class,
                            KeyLength.class,
                            Prompt.class,
                            Samples.class,
                            Words.class),
                    Stream.of(Namesakes.class.getDeclaredClasses()))
            .<Class<?>>flatMap(classes -> classes)
            .toList();

    private static final List<Class<?>> MIXED =
            List.of(dev.minikv.step02.exercise5.mixed.Main.class, Shelf.class, Dialog.class, Sentence.class);

    /// What each program adds to the mixed one, by what is wrong with it.
    private static final Map<String, List<Class<?>>> OFFENDERS = new LinkedHashMap<>();

    static {
        OFFENDERS.put("store: prints", List.of(Announcer.class));
        OFFENDERS.put("store: looks at files, one package below", List.of(Archive.class));
        OFFENDERS.put("store: has a field for a writer", List.of(Journal.class));
        OFFENDERS.put("store: has a parameter for a stream", List.of(Lister.class));
        OFFENDERS.put("store: calls a method of the REPL", List.of(Caller.class));
        OFFENDERS.put("parts: a second class joins them", List.of(Matchmaker.class));
        OFFENDERS.put("parts: a MainMenu joins them, too", List.of(MainMenu.class));
        OFFENDERS.put("parts: a class has fields for both", List.of(Cabinet.class));
        OFFENDERS.put("console: the REPL reads System.in", List.of(Listener.class));
        OFFENDERS.put("console: the REPL prints to System.out", List.of(Speaker.class));
        OFFENDERS.put("console: the REPL prints to System.err", List.of(Complainer.class));
        OFFENDERS.put("console: the REPL calls System.exit", List.of(Quitter.class));
        OFFENDERS.put("cycle: two packages need each other", List.of(Numeral.class, Spelling.class));
        OFFENDERS.put("cycle: three packages in a ring", List.of(Weekday.class, Diary.class, Ordinal.class));
    }

    /// All classes are read once: that is what takes time.
    private static final JavaClasses ALL = new ClassFileImporter()
            .importUrls(Stream.of(Stream.of(CLEAN, MIXED), OFFENDERS.values().stream())
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

    /// Returns programs that each break one rule, by what is wrong with them.
    static Map<String, JavaClasses> dirty() {
        var programs = new LinkedHashMap<String, JavaClasses>();
        OFFENDERS.forEach((misconception, offenders) -> programs.put(
                misconception,
                program(Stream.of(MIXED, offenders).flatMap(List::stream).toList())));
        return programs;
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
