package dev.minikv.step06.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step06.log.Lives.Column;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever goes wrong, whenever: the next life finds what was promised.
class CrashMatrixTest {

    private static final int LIVES = Integer.getInteger("lives", 108_000);
    private static final int LIVES_OF_A_FOLDER = 9;

    @ParameterizedTest
    @EnumSource
    void the_next_life_finds_what_was_promised(Column column) {
        var findings = new ArrayList<String>();
        int lives = 0;
        int each = LIVES / Column.values().length;
        for (long seed = 0; lives < each; seed++) {
            SyncPolicy policy = SyncPolicy.values()[(int) (seed % 3)];
            long folder = seed;
            new Lives(column, policy, seed, false)
                    .run(LIVES_OF_A_FOLDER)
                    .ifPresent(finding -> findings.add("seed " + folder + ", " + finding));
            lives += LIVES_OF_A_FOLDER;
        }

        assertThat(findings.stream().limit(3))
                .as("%d findings in %d lives", findings.size(), lives)
                .isEmpty();
    }
}
