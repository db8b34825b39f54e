package dev.minikv.checks.report;

import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.generated.PlantedBlocks;
import dev.minikv.checks.step.PlantedProject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MutationsTest implements PlantedBlocks {

    @TempDir
    private Path root;

    @Override
    public Generator generator() {
        return new Mutations(root);
    }

    @Override
    public Path root() {
        return root;
    }

    @BeforeEach
    void write_a_report() throws IOException {
        PlantedProject.of(root, "step-02-b")
                .write("step-02-b/src/main/java/dev/minikv/step02/store/MiniKvStore.java", "class MiniKvStore {}")
                .write("step-02-b/src/main/java/dev/minikv/step02/repl/LineInput.java", """
                        class LineInput {
                            return a < b;
                            return a || b;
                            class Chunk {
                                flush();""")
                .write(
                        "docs/results/step-02-mutations.csv",
                        "file,class,mutator,method,line,status,test",
                        mutant("store.MiniKvStore", "returns.EmptyObjectReturnVals", 1, "KILLED,\"a.B.[c(int, int)]\""),
                        mutant("store.MiniKvStore", "returns.NullReturnVals", 1, "TIMED_OUT,none"),
                        mutant("repl.LineInput", "ConditionalsBoundary", 2, "SURVIVED,none"),
                        mutant("repl.LineInput", "NegateConditionals", 2, "KILLED,a.B"),
                        mutant("repl.LineInput", "RemoveConditionalMutator_EQUAL_ELSE", 3, "SURVIVED,none"),
                        mutant("repl.LineInput$Chunk", "VoidMethodCall", 5, "NO_COVERAGE,none"))
                .write("docs/results/step-02-mutations.sha256", """
                        7b2e9db603f11481a2f03ae3e59ea8c0147459824f1ab75d2e020cb464483fdd \
                         step-02-b/src/main/java/dev/minikv/step02/repl/LineInput.java
                        406c7fcf3992a9d08f8e1a7282256d449c59349fa40afd770f9a77a58fad17d5 \
                         step-02-b/src/main/java/dev/minikv/step02/store/MiniKvStore.java""");
    }

    private static String mutant(String className, String mutator, int line, String outcome) {
        String name = mutator.contains("Mutator") ? mutator : mutator + "Mutator";
        return "%s.java,dev.minikv.step02.%s,org.pitest.mutationtest.engine.gregor.mutators.%s,m,%d,%s"
                .formatted(className.replaceAll(".*\\.|\\$.*", ""), className, name, line, outcome);
    }
}
