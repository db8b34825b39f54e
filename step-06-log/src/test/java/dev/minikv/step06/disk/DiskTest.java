package dev.minikv.step06.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step06.disk.Disk.OpenFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is new: folders, streams and truncation. The rest is tested in the step before.
class DiskTest {

    interface Contract {

        Disk disk();

        /// A folder that is there, and empty.
        Path folder();

        private OpenFile create(Path file, String text) throws IOException {
            OpenFile open = disk().create(file, file);
            open.write(text.getBytes(UTF_8));
            return open;
        }

        private String read(Path file) throws IOException {
            return new String(disk().read(file), UTF_8);
        }

        @Test
        default void a_folder_lists_the_names_in_it_and_not_those_below() throws IOException {
            create(folder().resolve("a"), "").close();
            create(folder().resolve("b"), "").close();
            disk().createFolder(folder().resolve("below"));
            create(folder().resolve("below").resolve("c"), "").close();
            disk().delete(folder().resolve("b"));

            assertThat(disk().list(folder())).containsExactlyInAnyOrder("a", "below");
        }

        @Test
        default void a_folder_is_created_with_those_above_it() throws IOException {
            Path folder = folder().resolve("one").resolve("two");

            disk().createFolder(folder);
            create(folder.resolve("a"), "text").close();

            assertThat(read(folder.resolve("a"))).isEqualTo("text");
            assertThat(disk().list(folder().resolve("one"))).containsExactly("two");
        }

        @Test
        default void a_folder_that_is_there_stays_as_it_is() throws IOException {
            create(folder().resolve("a"), "text").close();

            disk().createFolder(folder());

            assertThat(read(folder().resolve("a"))).isEqualTo("text");
        }

        @Test
        default void a_file_is_read_piece_by_piece() throws IOException {
            create(folder().resolve("a"), "one two").close();

            try (InputStream in = disk().open(folder().resolve("a"))) {
                assertThat(new String(in.readNBytes(4), UTF_8)).isEqualTo("one ");
                assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("two");
            }
            assertThatThrownBy(() -> disk().open(folder().resolve("b"))).isInstanceOf(NoSuchFileException.class);
        }

        @Test
        default void what_is_written_after_a_truncation_follows_what_was_left() throws IOException {
            Path file = folder().resolve("a");
            try (OpenFile open = create(file, "one two")) {
                open.truncate(4);
                assertThat(read(file)).isEqualTo("one ");

                open.write("three".getBytes(UTF_8));
                assertThat(read(file)).isEqualTo("one three");
            }
        }

        @Test
        default void a_file_that_was_renamed_is_still_open() throws IOException {
            try (OpenFile open = create(folder().resolve("a.new"), "one")) {
                disk().rename(folder().resolve("a.new"), folder().resolve("a"));

                open.write(" two".getBytes(UTF_8));
                open.force();
            }

            assertThat(read(folder().resolve("a"))).isEqualTo("one two");
        }
    }

    @Nested
    class Real implements Contract {

        @TempDir
        private Path folder;

        @Override
        public Disk disk() {
            return new RealDisk();
        }

        @Override
        public Path folder() {
            return folder;
        }
    }

    @Nested
    class Simulated implements Contract {

        private final SimulatedDisk disk = new SimulatedDisk(1);

        Simulated() throws IOException {
            disk.createFolder(folder());
        }

        @Override
        public Disk disk() {
            return disk;
        }

        @Override
        public Path folder() {
            return Path.of("/folder");
        }
    }
}
