package dev.minikv.checks.generated;

import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.PlantedPages;
import java.util.List;

/// Planted pages on which a generator writes: the outcome is the written page.
public interface PlantedBlocks extends PlantedPages {

    /// Returns the generator, for the project that the test has planted.
    Generator generator();

    @Override
    default String path() {
        return "docs/step-02-b.md";
    }

    @Override
    default String outcome(Page page) {
        GeneratedBlocks.Written written = new GeneratedBlocks(List.of(generator())).write(page);
        return written.problems().isEmpty() ? written.text() : String.join("\n", written.problems());
    }
}
