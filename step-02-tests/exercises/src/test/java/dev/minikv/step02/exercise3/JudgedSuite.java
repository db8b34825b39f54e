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

/// The learner's tests, what they try, and their verdicts on correct and on buggy stores. Each
/// invocation counts as a test of its own.
final class JudgedSuite {

    private static final List<String> TESTS =
            List.of("any_value_comes_back", "keys_that_look_alike_are_two", "null_is_rejected");

    private static volatile Supplier<KeyValueStore> stores = MiniKvStore::new;
    private static volatile List<Invocation> recorded = new ArrayList<>();

    private static final Map<String, String> TEST_ABOUT = Map.of(
            "values", "any_value_comes_back",
            "keys", "keys_that_look_alike_are_two",
            "null", "null_is_rejected");

    private final List<Invocation> invocations = new ArrayList<>();
    private final Map<String, List<Judgement>> onCorrect = new LinkedHashMap<>();
    private final KillMatrix<Supplier<KeyValueStore>> matrix = new KillMatrix<>(this::runOn);
    private final List<String> violations = new ArrayList<>();
    private List<Judgement> last = List.of();

    /// Runs the tests on every store, and then again, with the stores in another order. The very first
    /// run is backwards: at that time nothing has run that a test could build on.
    JudgedSuite() {
        List<Judgement> backwards = Judge.run(Backwards.class);
        Stores.correct().forEach(store -> {
            matrix.correct(store.name(), store.create());
            onCorrect.put(store.name(), last);
        });
        Stores.buggy().forEach(store -> matrix.buggy(store.misconception(), store.place(), store.create()));
        violations.addAll(SuiteRules.looksInside(BoundaryTests.class));
        stores = MiniKvStore::new;
        List<Judgement> inOrder = Judge.run(OnTheStoreOfTheMoment.class);
        Set<String> dependent = new TreeSet<>(failed(backwards));
        dependent.removeAll(failed(inOrder));
        dependent.addAll(Judge.differing(OnTheStoreOfTheMoment.class, inOrder));
        dependent.forEach(test -> violations.add(test + " gives a different verdict when it runs alone, or first"));
        matrix.differing(this::runOn)
                .forEach(test -> violations.add(test + " gives a different verdict when it runs again"));
    }

    private static Set<String> failed(List<Judgement> results) {
        return results.stream()
                .filter(result -> !result.passed())
                .map(Judgement::test)
                .collect(Collectors.toSet());
    }

    /// Returns which tests JUnit does not run to their end, and why.
    List<String> notRun() {
        List<String> found = SuiteRules.notRun(BoundaryTests.class, Set.of(ParameterizedTest.class, Test.class));
        stores = MiniKvStore::new;
        return found.isEmpty() ? Judge.unfinished(OnTheStoreOfTheMoment.class) : found;
    }

    /// Returns where the tests judge a store by anything but its answers.
    List<String> violations() {
        return violations;
    }

    /// Returns the first test that is never invoked, or that shares its name with another, and why;
    /// empty if there is none.
    List<String> neverInvoked() {
        Stream<String> three = TESTS.stream()
                .filter(test -> invocations.stream().noneMatch(of(test)))
                .map(test -> test + ": " + whyNotInvoked(test));
        Stream<String> twice = TESTS.stream()
                .filter(test -> Stream.of(BoundaryTests.class.getMethods())
                                .filter(method -> method.getName().equals(test))
                                .count()
                        > 1)
                .map(test -> test + ": there are two methods with this name");
        Stream<String> others = Judge.withoutInvocation(OnTheStoreOfTheMoment.class).stream()
                .map(test -> test + ": its source yields nothing");
        return Stream.of(three, twice, others).flatMap(found -> found).limit(1).toList();
    }

    /// Returns the first invocation that fails on a correct store, with its message; empty if none
    /// does.
    List<String> falseAlarms() {
        return onCorrect.entrySet().stream()
                .flatMap(store -> store.getValue().stream()
                        .filter(result -> !result.passed())
                        .map(result -> "%s on %s: %s".formatted(result.test(), store.getKey(), complaint(result))))
                .limit(1)
                .toList();
    }

    /// Returns the tests that try several boundaries in one invocation or, without such, those that are
    /// tried only together with another one.
    List<String> testsThatLoop() {
        List<String> looping = TESTS.stream()
                .filter(test -> invocations.stream().filter(of(test)).anyMatch(Invocation::loops))
                .toList();
        List<String> mixed = Stores.buggy().stream()
                .filter(Stores.Buggy::isAtABoundary)
                .filter(store -> !killers(store).isEmpty() && ownKillers(store).isEmpty())
                .map(store -> "%s: only %s, which tries another boundary, too"
                        .formatted(store, killers(store).getFirst()))
                .toList();
        List<String> oneKey = invocations.stream()
                .filter(Invocation::usesOneKey)
                .map(invocation -> invocation.name() + ", which is one key, not two")
                .toList();
        return Stream.of(looping, oneKey, mixed)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// Returns the bugs that no invocation of the test about them kills.
    ///
    /// @param about values, keys or null
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

    /// Returns the invocations that try only this boundary: they kill no store that is wrong at another
    /// one. For null, each makes one call.
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

    /// Returns the message of a failed test. JUnit's own exceptions need no name: their text is enough.
    private static String complaint(Judgement result) {
        return result.complaint(BoundaryTests.class).replaceFirst("org\\.junit\\.[\\w.]+: ", "");
    }

    /// Returns the results, each under the name that its invocation had in the very first run: on a
    /// buggy store an invocation may fail before it has tried everything.
    private List<Judgement> runOn(Supplier<KeyValueStore> create) {
        stores = create;
        recorded = new ArrayList<>();
        List<Judgement> results = Judge.run(OnTheStoreOfTheMoment.class);
        if (invocations.isEmpty()) {
            invocations.addAll(recorded);
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
    @ExtendWith(RecordsInvocations.class)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class OnTheStoreOfTheMoment implements BoundaryTests {

        @Override
        public KeyValueStore newStore() {
            return new Disguise(stores.get(), recorded.getLast());
        }
    }

    /// The same, last test first.
    @TestMethodOrder(LastNameFirst.class)
    static final class Backwards extends OnTheStoreOfTheMoment {}

    /// For JUnit: sorts tests by name, in reverse.
    static final class LastNameFirst extends MethodOrderer.MethodName {

        @Override
        public void orderMethods(MethodOrdererContext context) {
            super.orderMethods(context);
            Collections.reverse(context.getMethodDescriptors());
        }
    }

    /// For JUnit: records each invocation before it starts.
    static final class RecordsInvocations implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            recorded.add(new Invocation(context.getRequiredTestMethod().getName()));
        }
    }

    /// The same wrapper around every store, so that its class does not give it away. It records what
    /// the tests pass to it.
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
