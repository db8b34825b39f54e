package dev.minikv.checks;

import dev.minikv.checks.generated.GeneratedBlocks;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;

class GeneratedPagesTest implements CheckContract {

    @Override
    public Check<?> check() {
        return new GeneratedBlocks(Main.generators(Project.root()));
    }

    @Override
    public long plainCount(String text) {
        return CheckContract.count("^<!-- generated: ", text.replaceAll("(?ms)^```.*?^```", ""));
    }
}
