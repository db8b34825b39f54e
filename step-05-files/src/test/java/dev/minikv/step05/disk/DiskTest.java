package dev.minikv.step05.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step05.disk.Disk.OpenFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a program may rely on, on a real disk and on the simulated one.
class DiskTest {

    interface Contract {

        Disk disk();

        /// A folder that is there, and empty.
        Path folder();

        private void write(String name, String text) throws IOException {
            try (OpenFile file = disk().create(folder().resolve(name), folder().resolve(name))) {
                file.write(text.getBytes(UTF_8));
                file.force();
            }
            disk().forceFolder(folder());
        }

        private String read(String name) throws IOException {
            return new String(disk().read(folder().resolve(name)), UTF_8);
        }

        @Test
        default void what_is_appended_can_be_read() throws IOException {
            Path file = folder().resolve("a");
            try (OpenFile open = disk().create(file, file)) {
                open.write("one ".getBytes(UTF_8));
                open.write("x two".getBytes(UTF_8), 2, 3);
            }

            assertThat(read("a")).isEqualTo("one two");
        }

        @Test
        default void a_file_is_created_once() throws IOException {
            write("a", "one");

            assertThatThrownBy(() -> write("a", "two")).isInstanceOf(FileAlreadyExistsException.class);
            assertThat(read("a")).isEqualTo("one");
        }

        @Test
        default void a_file_that_gets_a_name_replaces_the_one_that_had_it() throws IOException {
            write("a", "old");
            write("a.new", "new");

            disk().rename(folder().resolve("a.new"), folder().resolve("a"));

            assertThat(read("a")).isEqualTo("new");
            assertThatThrownBy(() -> read("a.new")).isInstanceOf(NoSuchFileException.class);
        }

        @Test
        default void a_file_that_is_deleted_is_not_there() throws IOException {
            write("a", "one");

            disk().delete(folder().resolve("a"));

            assertThatThrownBy(() -> read("a")).isInstanceOf(NoSuchFileException.class);
            assertThat(disk().version(folder().resolve("a"))).isEmpty();
            disk().delete(folder().resolve("a")); // does nothing, and does not fail
            assertThatThrownBy(() -> disk().rename(folder().resolve("a"), folder().resolve("b")))
                    .isInstanceOf(NoSuchFileException.class);
        }

        @Test
        default void the_version_changes_with_the_file_and_not_otherwise() throws IOException {
            write("a", "one");
            String before = disk().version(folder().resolve("a"));

            read("a");
            assertThat(disk().version(folder().resolve("a"))).isEqualTo(before);

            write("b", "two");
            disk().rename(folder().resolve("b"), folder().resolve("a"));
            assertThat(disk().version(folder().resolve("a"))).isNotEqualTo(before);
        }

        @Test
        default void a_lock_is_held_by_one_until_it_is_closed() throws IOException {
            Path file = folder().resolve("a.lock");
            Closeable lock = disk().lock(file);

            assertThat(lock).isNotNull();
            assertThat(disk().lock(file)).isNull();

            lock.close();
            assertThat(disk().lock(file)).isNotNull();
        }
    }

    @Nested
    class Real implements Contract {

        @TempDir
        private Path folder;

        private final Disk disk = new RealDisk();

        @Override
        public Disk disk() {
            return disk;
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no permissions of this kind")
        void a_new_file_is_as_private_as_the_one_it_will_replace() throws IOException {
            Path secret = Files.writeString(folder.resolve("secret"), "x");
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));

            disk.create(folder.resolve("secret.new"), secret).close();

            assertThat(Files.getPosixFilePermissions(folder.resolve("secret.new")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no permissions of this kind")
        void a_new_file_is_as_open_as_the_one_it_will_replace_whatever_the_umask() throws IOException {
            Path shared = Files.writeString(folder.resolve("shared"), "x");
            Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rw-rw-rw-"));

            disk.create(folder.resolve("new"), shared).close();

            assertThat(Files.getPosixFilePermissions(folder.resolve("new")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-rw-rw-"));
        }

        @Test
        void a_file_has_the_same_place_before_it_is_there_and_after() throws IOException {
            String name = folder.resolve(".").resolve("a").toString();
            Path before = disk.locate(name);
            Files.writeString(folder.resolve("a"), "x");

            assertThat(disk.locate(name)).isEqualTo(before);
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "may write out the zeros of a hole")
        void more_than_2_gb_are_neither_read_nor_written() throws IOException {
            Path file = folder.resolve("large");
            try (OpenFile open = disk.create(file, file);
                    var hole = new RandomAccessFile(file.toFile(), "rw")) {
                hole.setLength(Integer.MAX_VALUE - 8); // a hole takes no room on the disk
                assertThatThrownBy(() -> open.write('x')).isInstanceOf(Disk.TooLargeException.class);

                hole.setLength(Integer.MAX_VALUE - 9);
                open.write('x');

                hole.setLength(Integer.MAX_VALUE - 7);
                assertThatThrownBy(() -> disk.read(file)).isInstanceOf(Disk.TooLargeException.class);
            }
        }

        @Test
        void what_is_no_file_has_no_version_and_cannot_be_read() {
            assertThatThrownBy(() -> disk.version(folder)).isInstanceOf(Disk.NotAFileException.class);
            assertThatThrownBy(() -> disk.read(folder)).isInstanceOf(Disk.NotAFileException.class);
        }

        @Test
        void a_lock_file_is_not_read_as_that_could_give_back_the_lock() throws IOException {
            Path file = folder.resolve("a.lock");
            Closeable lock = disk.lock(file);
            assertThat(lock).isNotNull();

            assertThatThrownBy(() -> disk.read(file)).isInstanceOf(Disk.NotAFileException.class);
            lock.close();
            assertThat(disk.read(file)).isEmpty();
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "few users may make links there")
        void a_link_leads_to_its_file() throws IOException {
            Path file = Files.writeString(folder.resolve("a"), "x");
            Path link = Files.createSymbolicLink(folder.resolve("link"), file);

            assertThat(disk.locate(link.toString())).isEqualTo(file.toRealPath());
        }
    }

    @Nested
    class Simulated implements Contract {

        private final SimulatedDisk disk = new SimulatedDisk(1);

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
