package dev.minikv.step02.exercise3;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;
import dev.minikv.workbook.judge.Judge;
import dev.minikv.workbook.judge.Judgement;
import dev.minikv.workbook.judge.KillMatrix;
import dev.minikv.workbook.judge.SuiteRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;

/// The learner's tests, what they try, and what they say of stores that are right and of stores
/// that are wrong. Each invocation counts as a test of its own.
final class JudgedSuite {

    private static final List<String> TESTS =
            List.of("any_value_comes_back", "keys_that_look_alike_are_two", "null_is_refused");

    private static volatile Supplier<KeyValueStore> stores = MiniKvStore::new;
    private static volatile List<Invocation> noted = new ArrayList<>();

    private static final Map<String, String> TEST_ABOUT = Map.of(
            "values", "any_value_comes_back",
            "keys", "keys_that_look_alike_are_two",
            "null", "null_is_refused");

    private final List<Invocation> invocations = new ArrayList<>();
    private final Map<String, List<Judgement>> onCorrect = new LinkedHashMap<>();
    private final KillMatrix<Supplier<KeyValueStore>> matrix = new KillMatrix<>(this::runOn);
    private final List<String> otherwise = new ArrayList<>();
    private List<Judgement> last = List.of();

    /// Runs the tests on every store, and then once more, in another order of the stores. The very first
    /// run is backwards: nothing has run then that a test could build on.
    JudgedSuite() {
        List<Judgement> backwards = Judge.run(Backwards.class);
        Stores.correct().forEach(store -> {
            matrix.correct(store.name(), store.create());
            onCorrect.put(store.name(), last);
        });
        Stores.buggy().forEach(store -> matrix.buggy(store.misconception(), store.place(), store.create()));
        otherwise.addAll(SuiteRules.looksInside(BoundaryTests.class));
        stores = MiniKvStore::new;
        List<Judgement> inOrder = Judge.run(OnTheStoreOfTheMoment.class);
        Set<String> dependent = new TreeSet<>(failed(backwards));
        dependent.removeAll(failed(inOrder));
        dependent.addAll(Judge.differing(OnTheStoreOfTheMoment.class, inOrder));
        dependent.forEach(test -> otherwise.add(test + " says something else when it runs alone, or first"));
        matrix.differing(this::runOn).forEach(test -> otherwise.add(test + " says something else when it runs again"));
    }

    private static Set<String> failed(List<Judgement> results) {
        return results.stream()
                .filter(result -> !result.passed())
                .map(Judgement::test)
                .collect(Collectors.toSet());
    }

    /// Returns what JUnit does not run to its end, and why.
    List<String> notRun() {
        List<String> found = SuiteRules.notRun(BoundaryTests.class, Set.of(ParameterizedTest.class, Test.class));
        stores = MiniKvStore::new;
        return found.isEmpty() ? Judge.unfinished(OnTheStoreOfTheMoment.class) : found;
    }

    /// Returns where the tests go by anything but a store's answers.
    List<String> otherwise() {
        return otherwise;
    }

    /// Returns the first of the tests that is not invoked at all, or shares its name with another, and
    /// why; nothing if there is none.
    List<String> neverInvoked() {
        Stream<String> three = TESTS.stream()
                .filter(test -> invocations.stream().noneMatch(of(test)))
                .map(test -> test + ": " + whyNotInvoked(test));
        Stream<String> twice = TESTS.stream()
                .filter(test -> Stream.of(BoundaryTests.class.getMethods())
                                .filter(method -> method.getName().equals(test))
                                .count()
                        > 1)
                .map(test -> test + ": there are two methods of this name");
        Stream<String> others = Judge.withoutInvocation(OnTheStoreOfTheMoment.class).stream()
                .map(test -> test + ": its source yields nothing");
        return Stream.of(three, twice, others).flatMap(found -> found).limit(1).toList();
    }

    /// Returns the first invocation that fails on a correct store, and what it says; nothing if
    /// none does.
    List<String> falseAlarms() {
        return onCorrect.entrySet().stream()
                .flatMap(store -> store.getValue().stream()
                        .filter(result -> !result.passed())
                        .map(result -> "%s on %s: %s".formatted(result.test(), store.getKey(), complaint(result))))
                .limit(1)
                .toList();
    }

    /// Returns the tests that try several boundaries in one invocation, and the boundaries that are
    /// tried only together with another.
    List<String> testsThatLoop() {
        List<String> looping = TESTS.stream()
                .filter(test -> invocations.stream().filter(of(test)).anyMatch(Invocation::loops))
                .toList();
        List<String> mixed = Stores.buggy().stream()
                .filter(Stores.Buggy::isAtABoundary)
                .filter(store -> !killers(store).isEmpty() && ownKillers(store).isEmpty())
                .map(store -> "%s: only %s, which tries something else, too"
                        .formatted(store, killers(store).getFirst()))
                .toList();
        List<String> oneKey = invocations.stream()
                .filter(Invocation::usesOneKey)
                .map(invocation -> invocation.name() + ", which is one key and not two")
                .toList();
        return Stream.of(looping, oneKey, mixed)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// Returns what is wrong with the stores on which no invocation of the test fails that is about it:
    /// about values, keys or null.
    List<String> buggyStoresThatPass(String about) {
        return Stores.buggy().stream()
                .filter(store -> store.about().equals(about) && killers(store).isEmpty())
                .map(Stores.Buggy::toString)
                .toList();
    }

    private List<String> killers(Stores.Buggy store) {
        String test = TEST_ABOUT.get(store.about());
        return matrix.killers(store.misconception(), store.place()).stream()
                .filter(invocation -> invocation.equals(test) || invocation.startsWith(test + ":"))
                .toList();
    }

    /// Returns the invocations that try this boundary and no other: they kill nothing that is wrong at
    /// another one. About null, each makes one call.
    private List<String> ownKillers(Stores.Buggy store) {
        var own = new ArrayList<>(killers(store));
        Stores.buggy().stream()
                .filter(Stores.Buggy::isAtABoundary)
                .filter(other ->
                        other.about().equals(store.about()) && !other.about().equals("null"))
                .filter(other -> !other.misconception().equals(store.misconception()))
                .forEach(other -> own.removeAll(killers(other)));
        return own;
    }

    /// Returns the table of all invocations and all stores.
    String matrix() {
        return matrix.toString();
    }

    private String whyNotInvoked(String test) {
        return onCorrect.values().stream()
                .flatMap(List::stream)
                .filter(result -> result.test().equals(test) || !result.isTest())
                .map(JudgedSuite::complaint)
                .findFirst()
                .orElse("there is no such test, or its source yields nothing");
    }

    /// Returns what a failed test says. JUnit's own exceptions need no name: their text says all.
    private static String complaint(Judgement result) {
        return result.complaint(BoundaryTests.class).replaceFirst("org\\.junit\\.[\\w.]+: ", "");
    }

    /// Returns the results, each with the name that its invocation had in the first run of all: on
    /// a buggy store one may fail before it has tried everything.
    private List<Judgement> runOn(Supplier<KeyValueStore> create) {
        stores = create;
        noted = new ArrayList<>();
        List<Judgement> results = Judge.run(OnTheStoreOfTheMoment.class);
        if (invocations.isEmpty()) {
            invocations.addAll(noted);
        }
        var waiting = new ArrayList<>(invocations);
        var named = new ArrayList<Judgement>();
        for (Judgement result : results) {
            Optional<Invocation> next =
                    waiting.stream().filter(of(result.test())).findFirst();
            next.ifPresent(waiting::remove);
            named.add(next.map(invocation -> new Judgement(invocation.name(), result.failure()))
                    .orElse(result));
        }
        last = named;
        return named;
    }

    private static Predicate<Invocation> of(String test) {
        return invocation -> invocation.test().equals(test);
    }

    /// The learner's tests as JUnit runs them.
    @ExtendWith(NotesInvocations.class)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class OnTheStoreOfTheMoment implements BoundaryTests {

        @Override
        public KeyValueStore newStore() {
            return new Disguise(stores.get(), noted.getLast());
        }
    }

    /// The same, last test first.
    @TestMethodOrder(LastNameFirst.class)
    static final class Backwards extends OnTheStoreOfTheMoment {}

    /// For JUnit: sorts tests by their names, backwards.
    static final class LastNameFirst extends MethodOrderer.MethodName {

        @Override
        public void orderMethods(MethodOrdererContext context) {
            super.orderMethods(context);
            Collections.reverse(context.getMethodDescriptors());
        }
    }

    /// For JUnit: notes each invocation before it starts.
    static final class NotesInvocations implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            noted.add(new Invocation(context.getRequiredTestMethod().getName()));
        }
    }

    /// What every store looks like to the tests: its class does not tell which one it is. It
    /// notes what they hand over.
    private static final class Disguise implements KeyValueStore {

        private final KeyValueStore store;
        private final Invocation invocation;

        Disguise(KeyValueStore store, Invocation invocation) {
            this.store = store;
            this.invocation = invocation;
        }

        @Override
        public Optional<String> set(String key, String value) {
            invocation.sets(key, value);
            return store.set(key, value);
        }

        @Override
        public Optional<String> get(String key) {
            invocation.uses(key, "get");
            return store.get(key);
        }

        @Override
        public Optional<String> delete(String key) {
            invocation.uses(key, "delete");
            return store.delete(key);
        }

        @Override
        public int count() {
            return store.count();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Disguise disguise && store.equals(disguise.store);
        }

        @Override
        public int hashCode() {
            return store.hashCode();
        }

        @Override
        public String toString() {
            return store.toString();
        }
    }
}
