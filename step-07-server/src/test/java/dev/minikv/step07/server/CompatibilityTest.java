package dev.minikv.step07.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Runs the cases of resp-compatibility that need only our commands.
class CompatibilityTest {

    private static final Path CASES = Path.of("src/test/resources/dev/minikv/step07/server/compatibility.txt");

    @Test
    void all_cases_pass_but_those_that_need_a_pattern_or_options_of_set() throws Exception {
        List<String> lines = Files.readAllLines(CASES);
        var failed = new ArrayList<String>();
        int tried = 0;
        try (Served ours = Served.inMemory()) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith("> ")) {
                    var dialogue = new Dialogue(lines.get(i).substring(2));
                    ours.answers("FLUSHDB\r\n");
                    tried++;
                    if (!lines.get(i + 1).equals("< " + Dialogue.escaped(ours.answers(dialogue.bytes())))) {
                        failed.add(dialogue.line());
                    }
                }
            }
        }

        assertThat(failed)
                .containsExactly(
                        "mset firstname Jack lastname Stuntman age 35 | keys a??",
                        "set mykey0 0 ex 10 | set mykey1 1 px 10",
                        "set mykey0 0 nx | set mykey0 1 xx",
                        "set mykey 0 keepttl",
                        "set mykey 0 | set mykey 1 get",
                        "set mykey0 0 exat 1 | set mykey1 1 pxat 1",
                        "set mykey 1 nx get");
        assertThat(tried - failed.size() + " of " + tried).isEqualTo("13 of 20");
    }
}
