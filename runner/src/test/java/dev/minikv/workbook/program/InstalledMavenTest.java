package dev.minikv.workbook.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stubs are shell scripts")
class InstalledMavenTest {

    private static final Duration PLENTY = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void a_version_is_found_anywhere_in_the_output() throws Exception {
        assertThat(ask("echo 'Picked up JAVA_TOOL_OPTIONS: -Da=b' >&2; echo 'Apache Maven 3.9.11 (abc)'"))
                .isEqualTo(new InstalledMaven(true, "Apache Maven 3.9.11"));
        assertThat(ask("echo 'a notice'; printf '\\033[1mApache Maven 4.0.0-rc-4 (abc)\\033[m\\n'"))
                .isEqualTo(new InstalledMaven(true, "Apache Maven 4.0.0-rc-4"));
        assertThat(ask("echo 'Apache Maven 3.8.7'").isGoodEnough()).isTrue();
        assertThat(ask("echo 'Apache Maven 3.10'").isGoodEnough()).isTrue();
    }

    @Test
    void a_version_that_is_too_old_is_reported() throws Exception {
        assertThat(ask("echo 'Apache Maven 3.6.3'"))
                .isEqualTo(new InstalledMaven(false, "Apache Maven 3.6.3, which is too old: install 3.8.7 or newer"));
    }

    @Test
    void a_maven_that_prints_nothing_fails_or_does_not_end_will_not_do() throws Exception {
        assertThat(ask("true")).isEqualTo(new InstalledMaven(false, "does not report its version"));
        assertThat(ask("echo 'JAVA_HOME is not defined correctly' >&2; exit 1"))
                .isEqualTo(
                        new InstalledMaven(false, "does not report its version: JAVA_HOME is not defined correctly"));
        assertThat(InstalledMaven.ask(stub("sleep 600"), Duration.ofSeconds(1)))
                .isEqualTo(new InstalledMaven(false, "does not report its version within 1 s"));
        assertThat(InstalledMaven.ask(folder.resolve("nothing").toString(), PLENTY))
                .isEqualTo(new InstalledMaven(false, "not found on the PATH: install 3.8.7 or newer"));
    }

    @Test
    void the_readme_asks_for_the_same_version() throws IOException {
        assertThat(Catalog.rootOf(Path.of("")).resolve("README.md"))
                .content()
                .contains("Maven " + InstalledMaven.NEEDED + " or newer");
    }

    private InstalledMaven ask(String script) throws Exception {
        return InstalledMaven.ask(stub(script), PLENTY);
    }

    private String stub(String script) throws IOException {
        Path stub = folder.resolve("mvn");
        Files.writeString(stub, "#!/bin/sh\n" + script + "\n");
        assertThat(stub.toFile().setExecutable(true)).isTrue();
        return stub.toString();
    }
}
