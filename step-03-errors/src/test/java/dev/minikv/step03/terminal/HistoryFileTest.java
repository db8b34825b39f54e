package dev.minikv.step03.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HistoryFileTest {

    private static final Path HOME = Path.of("home");

    @Nested
    class Its_place {

        private static final String STATE = Path.of("state").toAbsolutePath().toString();
        private static final String LOCAL = Path.of("local").toAbsolutePath().toString();

        private static final List<Place> PLACES = List.of(
                new Place(Map.of(), HOME.resolve(".local/state")),
                new Place(Map.of("XDG_STATE_HOME", ""), HOME.resolve(".local/state")),
                new Place(Map.of("XDG_STATE_HOME", "not/absolute"), HOME.resolve(".local/state")),
                new Place(Map.of("XDG_STATE_HOME", STATE), Path.of(STATE)),
                new Place(Map.of("LOCALAPPDATA", LOCAL), Path.of(LOCAL)),
                new Place(Map.of("LOCALAPPDATA", LOCAL, "XDG_STATE_HOME", STATE), Path.of(STATE)));

        private record Place(Map<String, String> environment, Path folder) {}

        @ParameterizedTest
        @FieldSource("PLACES")
        void is_where_the_system_keeps_the_state_of_programs(Place place) {
            assertThat(HistoryFile.place(place.environment(), HOME))
                    .isEqualTo(place.folder().resolve("minikv").resolve("history"));
        }
    }

    @Nested
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such permissions")
    class Its_preparation {

        @TempDir
        private Path folder;

        @Test
        void makes_it_for_its_owner_alone() throws IOException {
            Path file = folder.resolve("new").resolve("history");

            HistoryFile.prepare(file);

            assertThat(file).isEmptyFile();
            assertThat(permissions(file)).isEqualTo("rw-------");
        }

        @Test
        void takes_it_from_others_and_keeps_what_is_in_it() throws IOException {
            Path file = Files.writeString(folder.resolve("history"), "count\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

            HistoryFile.prepare(file);

            assertThat(file).hasContent("count\n");
            assertThat(permissions(file)).isEqualTo("rw-------");
        }

        @Test
        void fails_where_a_folder_has_its_name_and_leaves_that_alone() throws IOException {
            Path file = Files.createDirectory(folder.resolve("history"));
            String before = permissions(file);

            assertThatThrownBy(() -> HistoryFile.prepare(file))
                    .isInstanceOf(FileAlreadyExistsException.class)
                    .hasMessage(file.toString());

            assertThat(permissions(file)).isEqualTo(before);
        }

        @Test
        void fails_where_a_file_has_the_name_of_its_folder() throws IOException {
            Path inTheWay = Files.createFile(folder.resolve("state"));

            assertThatThrownBy(() -> HistoryFile.prepare(inTheWay.resolve("history")))
                    .isInstanceOf(FileAlreadyExistsException.class)
                    .hasMessage(inTheWay.toString());
        }

        private static String permissions(Path file) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        }
    }
}
