package dev.minikv.step07;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.ArchCondition.from;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.minikv.step07.format.Utf8;
import dev.minikv.step07.offenders.Borrower;
import dev.minikv.step07.offenders.Matchmaker;
import dev.minikv.step07.offenders.cycle.chicken.Chicken;
import dev.minikv.step07.offenders.cycle.egg.Egg;
import dev.minikv.step07.offenders.file.HastySaver;
import dev.minikv.step07.offenders.file.ObedientFile;
import dev.minikv.step07.offenders.format.CuriousFormat;
import dev.minikv.step07.offenders.log.EloquentLog;
import dev.minikv.step07.offenders.log.LeaningLog;
import dev.minikv.step07.offenders.log.ListeningLog;
import dev.minikv.step07.offenders.repl.CommandGuesser;
import dev.minikv.step07.offenders.repl.CommandReader;
import dev.minikv.step07.offenders.repl.EditingRepl;
import dev.minikv.step07.offenders.repl.ExitingRepl;
import dev.minikv.step07.offenders.repl.Ghostwriter;
import dev.minikv.step07.offenders.repl.HoardingRepl;
import dev.minikv.step07.offenders.repl.PrintlnRepl;
import dev.minikv.step07.offenders.repl.StubbornRepl;
import dev.minikv.step07.offenders.repl.TalkativeRepl;
import dev.minikv.step07.offenders.repl.TerminalRepl;
import dev.minikv.step07.offenders.repl.TimekeepingRepl;
import dev.minikv.step07.offenders.server.FamiliarServer;
import dev.minikv.step07.offenders.store.ChattyStore;
import dev.minikv.step07.offenders.store.FullException;
import dev.minikv.step07.offenders.store.LoggingStore;
import dev.minikv.step07.offenders.store.PrintingStore;
import dev.minikv.step07.offenders.store.ThrowingStore;
import dev.minikv.step07.offenders.terminal.BorrowingTerminal;
import dev.minikv.step07.offenders.terminal.CuriousTerminal;
import dev.minikv.step07.offenders.terminal.EloquentTerminal;
import dev.minikv.step07.offenders.wire.CuriousWire;
import dev.minikv.step07.repl.ScriptFormat;
import dev.minikv.step07.repl.Wording;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.MiniKvStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.StoreError;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The rules of the house: which classes may know which others.
///
/// Each rule is checked twice: the step must obey it, and an offender written for the purpose must
/// be rejected. ArchUnit itself fails a rule that matches no class.
class ArchitectureTest {

    private static final JavaClasses STEP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("jmh_generated")) // written by JMH
            .importPackages("dev.minikv.step07");

    @Test
    void storage_knows_neither_the_interface_nor_any_input_or_output() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..store..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..store..", "java.lang", "java.util", "java.util.concurrent", "java.util.function")
                .because("a store that prints, reads or knows commands can serve only the one program it was"
                        + " written for: return what happened, and let the REPL say it");

        rule.check(STEP);
        assertRejected(rule, PrintingStore.class);
        assertRejected(rule, ChattyStore.class);
    }

    @Test
    void only_main_knows_both_storage_and_repl() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .and()
                .resideOutsideOfPackages("..repl..", "..terminal..", "..benchmark..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..repl..")
                .because("the parts stay replaceable as long as only one place, Main, puts them together for"
                        + " use; benchmarks put together whatever they measure");

        rule.check(STEP);
        assertRejected(rule, Matchmaker.class);
    }

    @Test
    void the_repl_does_not_know_the_terminal() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("..repl..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..terminal..")
                .because("a REPL that knows only Console can talk to anything that implements it: a terminal,"
                        + " a script, a test without a terminal");

        rule.check(STEP);
        assertRejected(rule, TerminalRepl.class);
    }

    @Test
    void the_terminal_does_not_know_the_store() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("..terminal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..store..")
                .because("editing lines and storing values have nothing to do with each other: for completion,"
                        + " the terminal calls a function that it is given");

        rule.check(STEP);
        assertRejected(rule, CuriousTerminal.class);
    }

    @Test
    void only_main_touches_the_console_and_the_exit() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .and() // the main class of the benchmarks
                .resideOutsideOfPackage("..benchmark..")
                .should()
                .accessField(System.class, "in")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(IO.class, Console.class, FileDescriptor.class, Runtime.class, System.Logger.class)
                .because("code that is given its input and output can be run by a test, a script or a server;"
                        + " code that reaches for the console runs only at a console");

        rule.check(STEP);
        assertRejected(rule, PrintingStore.class);
        assertRejected(rule, PrintlnRepl.class);
        assertRejected(rule, ExitingRepl.class);
        assertRejected(rule, LoggingStore.class);
    }

    @Test
    void only_main_chooses_the_store() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .and()
                .resideOutsideOfPackages("..store..", "..log..", "..benchmark..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(MiniKvStore.class)
                .because("a REPL that knows only KeyValueStore works with any store it is given: the one in"
                        + " memory, the one with a log, a test's stub, one that is not written yet");

        rule.check(STEP);
        assertRejected(rule, StubbornRepl.class);
    }

    @Test
    void parsing_needs_nothing_but_the_line() {
        // Command, CommandParser, the classes they use, and everything nested in these
        String parsing = ".*\\.repl\\.(Command|Tokenizer|Token|Span|Syntax|Suggestion|Quotes)[^.]*";
        String outcome = ".*\\.(Result|Mistake)(\\$.*)?";
        ArchRule rule = classes()
                .that()
                .haveNameMatching(parsing)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java.lang", "java.util", "java.util.function", "java.util.stream")
                                .or(nameMatching(parsing))
                                .or(nameMatching(outcome)))
                .because("a parser that neither reads input nor asks the store can be tested by a table: a line"
                        + " on the left, its meaning on the right");

        rule.check(STEP);
        assertRejected(rule, CommandReader.class);
        assertRejected(rule, CommandGuesser.class);
    }

    @Test
    void packages_form_no_cycle() {
        ArchRule rule = slices().matching("dev.minikv.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other can only be read, tested and changed together");

        rule.check(STEP);
        assertRejected(rule, Chicken.class, Egg.class);
    }

    @Test
    void the_step_stands_on_itself_and_the_jdk() {
        ArchRule rule = classes()
                .that()
                .resideOutsideOfPackages("..terminal..", "..benchmark..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.minikv.step07..", "java..")
                .because("a step is read and run on its own: it may need no other step, and no library except"
                        + " JLine, which stays in one package, so that the rest works without it; what the"
                        + " benchmarks need stays with them");

        rule.check(STEP);
        assertRejected(rule, Borrower.class);
        assertRejected(rule, EditingRepl.class);
        assertRejected(rule, TimekeepingRepl.class);
    }

    @Test
    void the_terminal_needs_jline_and_no_other_library() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..terminal..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.minikv.step07..", "java..", "org.jline..")
                .because("each library is one more thing to learn, to update and to trust");

        rule.check(STEP);
        assertRejected(rule, BorrowingTerminal.class);
    }

    @Test
    void the_store_has_no_exceptions_of_its_own() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("..store..")
                .should(from(describe("be exceptions", it -> isOrExtends(it, Throwable.class))))
                .because("an expected failure is a value, which a caller cannot overlook: exceptions are for"
                        + " bugs, and the JDK has enough of them");

        rule.check(STEP);
        assertRejected(rule, FullException.class);
    }

    @Test
    void the_store_returns_failures_and_does_not_throw_them() {
        ArchRule rule = noCodeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("..store..")
                .should(from(describe(
                        "declare exceptions", it -> !it.getExceptionTypes().isEmpty())))
                .because("the type of the result says what can go wrong: the compiler checks a switch over it,"
                        + " whereas a throws clause is soon passed on from caller to caller until nobody handles it");

        rule.check(STEP);
        assertRejected(rule, ThrowingStore.class);
    }

    @Test
    void only_wording_puts_problems_in_words() {
        String problem = ".*\\.(Mistake|Fault|StoreError|FileProblem|LogProblem)\\$.*";
        String needed = "at|quote"; // where to point, and the quote that completion closes
        ArchRule rule = noClasses()
                .that()
                .haveNameNotMatching(".*\\.(Wording|Fault)")
                .should()
                .callMethodWhere(target(owner(nameMatching(problem))).and(target(not(nameMatching(needed)))))
                .orShould()
                .callConstructor(Wording.class, String.class, String.class)
                .because("messages written in one place sound alike and can be changed or translated there:"
                        + " every other class passes problems on without looking at their details");

        rule.check(STEP);
        assertRejected(rule, TalkativeRepl.class);
        assertRejected(rule, Ghostwriter.class);
    }

    @Test
    void exceptions_have_no_words_of_ours() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages("..store..", "..benchmark..")
                .should()
                .callConstructorWhere(describe(
                        "an exception is given a text",
                        call -> isOrExtends(call.getTargetOwner(), IOException.class)
                                && !isOrExtends(call.getTargetOwner(), FileSystemException.class)
                                && call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(String.class))))
                .because("the message of an exception that becomes a fault bypasses Wording: throw an exception"
                        + " whose type says what is wrong, with at most the name of a file");

        rule.check(STEP);
        assertRejected(rule, EloquentTerminal.class);
    }

    @Test
    void only_the_disk_touches_files() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("..disk..")
                .and() // a script that is read, and the lines that were typed, are not what is stored
                .haveNameNotMatching(".*\\.(ScriptFile|HistoryFile|Main)|.*\\.benchmark\\..*")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Files.class,
                        File.class,
                        FileChannel.class,
                        FileInputStream.class,
                        FileOutputStream.class,
                        RandomAccessFile.class)
                .orShould()
                .callMethod(Path.class, "toRealPath", LinkOption[].class)
                .because("a crash can be tried at each operation of a disk only if no operation gets past it");

        rule.check(STEP);
        assertRejected(rule, HastySaver.class);
    }

    @Test
    void only_what_keeps_data_asks_the_disk_for_anything() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages("..disk..", "..file..", "..log..", "..benchmark..")
                .and() // Saving passes the disk on and can crash it, and Wording explains why it failed
                .haveNameNotMatching(".*\\.(Main|Saving|Wording)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..disk..")
                .because("a promise about what is on the disk can be kept only by the few classes that write there");

        rule.check(STEP);
        assertRejected(rule, HoardingRepl.class);
    }

    @Test
    void the_wire_knows_bytes_and_nothing_else() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..wire..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "..wire..",
                                "java.io",
                                "java.lang..",
                                "java.util",
                                "java.util.function",
                                "java.util.stream",
                                "java.nio",
                                "java.nio.charset")
                        .or(belongToAnyOf(Utf8.class)))
                .because("what takes bytes and returns requests can be tried with every split of every request, and"
                        + " with millions of bytes of nonsense, without a socket");

        rule.check(STEP);
        assertRejected(rule, CuriousWire.class);
    }

    @Test
    void the_server_knows_the_door_of_the_store_only() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage("..server..", "..remote..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("..store..", "..log..", "..disk..", "..repl..", "..terminal..")
                        .and(not(belongToAnyOf(KeyValueStore.class, Result.class, StoreError.class))))
                .because("a server that knows only KeyValueStore serves any store, and a store that is reached by a"
                        + " wire is a store like any other");

        rule.check(STEP);
        assertRejected(rule, FamiliarServer.class);
    }

    @Test
    void only_the_ends_of_the_wire_know_a_socket() {
        ArchRule rule = noClasses()
                .that()
                .haveNameNotMatching(".*\\.(Server|Connection|RemoteStore)(\\$.*)?|.*\\.benchmark\\..*")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Socket.class,
                        ServerSocket.class,
                        SocketChannel.class,
                        ServerSocketChannel.class,
                        Selector.class,
                        SelectionKey.class)
                .because("a socket can block, break and deliver half a request at any time: what knows none can be"
                        + " tried with every input, and gives the same answer each time");

        rule.check(STEP);
        assertRejected(rule, ListeningLog.class);
    }

    @Test
    void the_log_knows_no_command_and_no_file_but_its_own() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("..log..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..repl..", "..terminal..", "dev.minikv..file..") // and not java.nio.file
                .because("a log outlives every command: what is in it, and how it is read after a crash, must not"
                        + " change when a command or a message does");

        rule.check(STEP);
        assertRejected(rule, EloquentLog.class);
        assertRejected(rule, LeaningLog.class);
    }

    @Test
    void formats_are_pure() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..format..")
                .or()
                .haveSimpleName("ScriptFormat")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "..format..",
                                "java.lang..",
                                "java.util",
                                "java.util.regex",
                                "java.util.stream",
                                "java.util.function",
                                "java.util.zip",
                                "java.nio",
                                "java.nio.charset")
                        .or(belongToAnyOf(
                                OutputStream.class, BufferedOutputStream.class, IOException.class, ScriptFormat.class))
                        .or(nameMatching(".*\\.(Command|CommandParser|Quotes|Result|Mistake)(\\$.*)?")))
                .because("what depends on nothing but its input can be tried on every prefix, every flipped bit"
                        + " and a million random inputs, in seconds");

        rule.check(STEP);
        assertRejected(rule, CuriousFormat.class);
    }

    @Test
    void saving_knows_no_command() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage("..disk..", "..format..", "..file..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..repl..", "..terminal..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameContaining("KvStore")
                .because("bytes on a disk outlive every command: what writes them must not change when one does");

        rule.check(STEP);
        assertRejected(rule, ObedientFile.class);
    }

    private static boolean isOrExtends(JavaClass type, Class<?> other) {
        return other.isAssignableFrom(type.reflect());
    }

    private static void assertRejected(ArchRule rule, Class<?>... offender) {
        JavaClasses offenders = new ClassFileImporter().importClasses(offender);
        assertThatThrownBy(() -> rule.check(offenders))
                .as("%s breaks the rule on purpose", offender[0].getSimpleName())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender[0].getSimpleName());
    }
}
