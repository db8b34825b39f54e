package dev.minikv.step04;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.ArchCondition.from;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction;
import dev.minikv.step04.offenders.Borrower;
import dev.minikv.step04.offenders.Matchmaker;
import dev.minikv.step04.offenders.benchmark.BorrowingBenchmark;
import dev.minikv.step04.offenders.benchmark.ConstantBenchmark;
import dev.minikv.step04.offenders.benchmark.ConstantStateBenchmark;
import dev.minikv.step04.offenders.benchmark.DeadCodeBenchmark;
import dev.minikv.step04.offenders.benchmark.IdleBlackholeBenchmark;
import dev.minikv.step04.offenders.cycle.chicken.Chicken;
import dev.minikv.step04.offenders.cycle.egg.Egg;
import dev.minikv.step04.offenders.repl.CommandGuesser;
import dev.minikv.step04.offenders.repl.CommandReader;
import dev.minikv.step04.offenders.repl.EditingRepl;
import dev.minikv.step04.offenders.repl.ExitingRepl;
import dev.minikv.step04.offenders.repl.Ghostwriter;
import dev.minikv.step04.offenders.repl.NostalgicRepl;
import dev.minikv.step04.offenders.repl.PrintlnRepl;
import dev.minikv.step04.offenders.repl.StubbornRepl;
import dev.minikv.step04.offenders.repl.TalkativeRepl;
import dev.minikv.step04.offenders.repl.TerminalRepl;
import dev.minikv.step04.offenders.repl.TimekeepingRepl;
import dev.minikv.step04.offenders.store.BoastfulStore;
import dev.minikv.step04.offenders.store.ChattyStore;
import dev.minikv.step04.offenders.store.FullException;
import dev.minikv.step04.offenders.store.LoggingStore;
import dev.minikv.step04.offenders.store.PrintingStore;
import dev.minikv.step04.offenders.store.ThrowingStore;
import dev.minikv.step04.offenders.terminal.BorrowingTerminal;
import dev.minikv.step04.offenders.terminal.CuriousTerminal;
import dev.minikv.step04.offenders.terminal.EloquentTerminal;
import dev.minikv.step04.repl.Wording;
import dev.minikv.step04.store.MiniKvStore;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// The rules of the house: which classes may know which others.
///
/// Each rule is checked twice: the step must obey it, and an offender written for the purpose must
/// be rejected. ArchUnit itself fails a rule that matches no class.
class ArchitectureTest {

    private static final JavaClasses STEP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("jmh_generated")) // written by JMH
            .importPackages("dev.minikv.step04");

    @Test
    void storage_knows_neither_the_interface_nor_any_input_or_output() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..store..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..store..", "java.lang", "java.util", "java.util.concurrent")
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
                .and() // the main classes of the benchmarks
                .haveNameNotMatching(".*\\.benchmark\\.(Benchmarks|FootprintReport)")
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
                .resideOutsideOfPackages("..store..", "..benchmark..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(MiniKvStore.class)
                .because("a REPL that knows only KeyValueStore works with any store it is given: the one in"
                        + " memory, a test's stub, one that is not written yet");

        rule.check(STEP);
        assertRejected(rule, StubbornRepl.class);
    }

    @Test
    void parsing_needs_nothing_but_the_line() {
        // Command, CommandParser, the classes they use, and everything nested in these
        String parsing = ".*\\.(Command|Tokenizer|Token|Span|Syntax|Suggestion|Quotes)[^.]*";
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
                .resideInAnyPackage("dev.minikv.step04..", "java..")
                .because("a step is read and run on its own: it may need no other step, and no library except"
                        + " JLine, which stays in one package, so that the rest works without it; what the"
                        + " benchmarks need stays with them");

        rule.check(STEP);
        assertRejected(rule, Borrower.class);
        assertRejected(rule, EditingRepl.class);
        assertRejected(rule, TimekeepingRepl.class);
        assertRejected(rule, NostalgicRepl.class);
    }

    @Test
    void the_terminal_needs_jline_and_no_other_library() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..terminal..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.minikv.step04..", "java..", "org.jline..")
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
        String problem = ".*\\.(Mistake|Fault|StoreError)\\$.*";
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
                .resideOutsideOfPackage("..store..")
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
    void benchmarks_know_what_they_measure_and_are_known_by_none_of_it() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("..benchmark..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..benchmark..")
                .because("benchmarks must measure the code that people use: code that knows its benchmarks can"
                        + " be written to please them, and cannot be used without them");

        rule.check(STEP);
        assertRejected(rule, BoastfulStore.class);
    }

    @Test
    void the_benchmarks_need_jmh_jol_and_what_they_measure() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..benchmark..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.minikv..",
                        "java..",
                        "org.openjdk.jmh..",
                        "org.openjdk.jol..",
                        "com.github.benmanes.caffeine..",
                        "it.unimi.dsi.fastutil..",
                        "org.eclipse.collections..",
                        "org.h2.mvstore..")
                .because("benchmarks measure with these libraries or against them, and each further library is"
                        + " one more thing to learn, to update and to trust");

        rule.check(STEP);
        assertRejected(rule, BorrowingBenchmark.class);
    }

    /// Returns all benchmarks except the bad examples among the pitfalls, and the one that is to
    /// measure nothing.
    private static GivenMethodsConjunction honestBenchmarks() {
        String pitfall = "dev.minikv.step04.benchmark.pitfall.";
        return methods()
                .that()
                .areAnnotatedWith(Benchmark.class)
                .and()
                .areNotAnnotatedWith(pitfall + "WrongOnPurpose")
                .and()
                .doNotHaveFullName(pitfall + "DeadCode.nothing()");
    }

    @Test
    void a_benchmark_returns_its_result_or_has_it_consumed() {
        ArchRule rule = honestBenchmarks()
                .should(from(
                        describe("return a result or have it consumed", it -> returnsResult(it) || feedsBlackhole(it))))
                .because("code whose result nobody sees is dead: the compiler removes it, and the benchmark"
                        + " measures nothing");

        rule.check(STEP);
        assertRejected(rule, DeadCodeBenchmark.class);
        assertRejected(rule, IdleBlackholeBenchmark.class);
    }

    private static boolean returnsResult(JavaMethod method) {
        return !method.getRawReturnType().isEquivalentTo(void.class);
    }

    private static boolean feedsBlackhole(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .anyMatch(it -> it.getOwner().isEquivalentTo(Blackhole.class)
                        && it.getName().equals("consume"));
    }

    @Test
    void a_benchmark_reads_its_input_from_state() {
        ArchRule rule = honestBenchmarks()
                .should(from(describe("read a field of a state, or ask the state", ArchitectureTest::readsState)))
                .because("the compiler can compute a result once and for all if it knows the input: it does not"
                        + " know a field of the state, which may change at any time");

        rule.check(STEP);
        assertRejected(rule, ConstantBenchmark.class);
    }

    @Test
    void a_state_has_no_constants() {
        ArchRule rule = fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(State.class)
                .and()
                .areNotStatic()
                .should(from(describe("be able to change, unless they are references", it -> !isConstant(it))))
                .because("the compiler copies the value of a final field into the code if it knows the value: a"
                        + " benchmark that uses such a field reads no state");

        rule.check(STEP);
        assertRejected(rule, ConstantStateBenchmark.class);
    }

    /// Whether the field is final and of a type that has constants.
    private static boolean isConstant(JavaField field) {
        JavaClass type = field.getRawType();
        return field.getModifiers().contains(JavaModifier.FINAL)
                && (type.isPrimitive() || type.isEquivalentTo(String.class));
    }

    private static boolean readsState(JavaMethod method) {
        return method.getAccessesFromSelf().stream()
                .filter(it -> it.getTargetOwner().isAnnotatedWith(State.class)
                        || it.getTargetOwner().getAllRawSuperclasses().stream()
                                .anyMatch(superclass -> superclass.isAnnotatedWith(State.class)))
                .flatMap(it -> it.getTarget().resolveMember().stream())
                .anyMatch(it -> !it.getModifiers().contains(JavaModifier.STATIC));
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
