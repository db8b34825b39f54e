package dev.minikv.checks.trial;

import dev.minikv.checks.step.PlantedProject;
import java.io.IOException;
import java.nio.file.Path;

/// A project with one small step, for pages about its tests.
public final class PlantedStep {

    private static final String ADDER = """
            package dev.minikv.step02;

            class Adder {

                static int add(int a, int b) {
                    return a + b;
                }

                static boolean isZero(int a) {
                    return a == 0;
                }
            }
            """;

    private static final String EXAMPLES = """
            package dev.minikv.step02;

            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.Test;

            class AdderTest {

                @Test
                void one_and_two_are_three() {
                    assertEquals(3, Adder.add(1, 2));
                }

                @Test
                void one_is_not_zero() {
                    assertFalse(Adder.isZero(1));
                }
            }
            """;

    private static final String BOUNDARIES = """
            package dev.minikv.step02;

            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.Test;
            import org.junit.jupiter.params.ParameterizedTest;
            import org.junit.jupiter.params.provider.ValueSource;

            class BoundaryTest {

                @ParameterizedTest
                @ValueSource(strings = {"0", "1000"})
                void adding_zero_changes_nothing(String number) {
                    int n = Integer.parseInt(number);
                    assertEquals(n, Adder.add(n, 0));
                }

                @Test
                void zero_is_zero() {
                    assertTrue(Adder.isZero(0));
                }
            }
            """;

    private PlantedStep() {}

    /// Writes the project into a folder.
    public static PlantedProject in(Path root) throws IOException {
        return PlantedProject.of(root, "step-02-b")
                .write("step-02-b/src/main/java/dev/minikv/step02/Adder.java", ADDER)
                .write("step-02-b/src/test/java/dev/minikv/step02/AdderTest.java", EXAMPLES)
                .write("step-02-b/src/test/java/dev/minikv/step02/BoundaryTest.java", BOUNDARIES);
    }
}
