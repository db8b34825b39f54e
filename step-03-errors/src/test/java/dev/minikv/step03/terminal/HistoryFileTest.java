package dev.minikv.step03.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {

    private static final Path HOME = Path.of("home").toAbsolutePath();

    @Nested
    class Its_place {

        private static final String STATE = Path.of("state").toAbsolutePath().toString();
        private static final String LOCAL = Path.of("local").toAbsolutePath().toString();

        private static final List<Place> PLACES = List.of(
                new Place(Map.of(), HOME.resolve(".local/state")),
                new Place(Map.of("XDG_STATE_HOME", ""), HOME.resolve(".local/state")),
                new Place(Map.of("XDG_STATE_HOME", "not/absolute"), HOME.resolve(".local/state")),
                new Place(Map.of("XDG_STATE_HOME", STATE), Path.of(STATE)),
                new Place(Map.of("HOME", STATE), Path.of(STATE).resolve(".local/state")),
                new Place(Map.of("HOME", ""), HOME.resolve(".local/state")),
                new Place(Map.of("HOME", LOCAL, "XDG_STATE_HOME", STATE), Path.of(STATE)),
                new Place(Map.of("LOCALAPPDATA", LOCAL), Path.of(LOCAL)),
                new Place(Map.of("LOCALAPPDATA", LOCAL, "XDG_STATE_HOME", STATE), Path.of(STATE)));

        private record Place(Map<String, String> environment, Path folder) {}

        @ParameterizedTest
        @FieldSource("PLACES")
        void is_where_the_system_keeps_the_state_of_programs(Place place) {
            assertThat(HistoryFile.place(place.environment(), HOME.toString()))
                    .hasValue(place.folder().resolve("minikv").resolve("history"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"?", ""}) // what Java reports for a user whom the system does not know
        void is_nowhere_without_a_home(String userHome) {
            assertThat(HistoryFile.place(Map.of(), userHome)).isEmpty();
            assertThat(HistoryFile.place(Map.of("HOME", "not/absolute"), userHome))
                    .isEmpty();
            assertThat(HistoryFile.place(Map.of("HOME", STATE), userHome)).isPresent();
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

            new HistoryFile(file).prepare();

            assertThat(file).isEmptyFile();
            assertThat(permissions(file)).isEqualTo("rw-------");
        }

        @Test
        void takes_it_from_others_and_keeps_what_is_in_it() throws IOException {
            Path file = Files.writeString(folder.resolve("history"), "count\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

            new HistoryFile(file).prepare();

            assertThat(file).hasContent("count\n");
            assertThat(permissions(file)).isEqualTo("rw-------");
        }

        @Test
        void fails_where_a_folder_has_its_name_and_leaves_the_folder_alone() throws IOException {
            Path file = Files.createDirectory(folder.resolve("history"));
            String before = permissions(file);

            assertThatThrownBy(() -> new HistoryFile(file).prepare())
                    .isInstanceOf(FileAlreadyExistsException.class)
                    .hasMessage(file.toString());

            assertThat(permissions(file)).isEqualTo(before);
        }

        @Test
        void fails_where_a_file_has_the_name_of_its_folder() throws IOException {
            Path inTheWay = Files.createFile(folder.resolve("state"));

            assertThatThrownBy(() -> new HistoryFile(inTheWay.resolve("history")).prepare())
                    .isInstanceOf(FileAlreadyExistsException.class)
                    .hasMessage(inTheWay.toString());
        }

        private static String permissions(Path file) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        }
    }

    @Nested
    class Its_lines {

        @TempDir
        private Path folder;

        @Test
        void are_the_last_thousand() throws IOException {
            Path path = folder.resolve("history");
            Files.writeString(path, "get x\n".repeat(1500));
            var file = new HistoryFile(path);

            assertThat(file.add("count", "get 漢字"))
                    .hasSize(1000)
                    .startsWith("get x")
                    .endsWith("count", "get 漢字");

            assertThat(path).hasContent("get x\n".repeat(998) + "count\nget 漢字\n");
        }

        @Test
        void of_two_sessions_are_kept_together() throws IOException {
            Path path = Files.createFile(folder.resolve("history"));
            var one = new HistoryFile(path);
            var other = new HistoryFile(path);

            one.add("get 1");
            other.add("get 2");

            assertThat(one.add("get 3")).containsExactly("get 1", "get 2", "get 3");
        }

        @Test
        void may_be_none() throws IOException {
            Path path = Files.createFile(folder.resolve("history"));

            assertThat(new HistoryFile(path).add()).isEmpty();

            assertThat(path).isEmptyFile();
        }

        @Test
        void that_are_not_utf_8_are_left_alone() throws IOException {
            Path path = Files.write(folder.resolve("history"), new byte[] {'g', (byte) 0xFF, '\n'});

            assertThatThrownBy(() -> new HistoryFile(path).add("count")).isInstanceOf(CharacterCodingException.class);

            assertThat(path).hasBinaryContent(new byte[] {'g', (byte) 0xFF, '\n'});
        }
    }
}
