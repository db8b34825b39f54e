package dev.minikv.checks.bug;

import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.PlantedPages;
import java.util.List;

class PatchTest implements PlantedPages {

    private static final List<String> SOURCE = """
            class A {
                void first() {
                    print(1);

                    end();
                }

                void second() {
                    print(2);
                    end();
                }
            }
            """.lines().toList();

    @Override
    public String outcome(Page page) {
        Patch patch = Patch.of(page.fences("diff").getFirst(), SOURCE);
        List<String> lines = patch.problems().isEmpty()
                ? patch.source()
                : patch.problems().stream().map(problem -> problem.on(page)).toList();
        return String.join("\n", lines);
    }
}
