package dev.minikv.step06.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step06.disk.SimulatedDisk;
import dev.minikv.step06.disk.SimulatedDisk.Trouble;
import dev.minikv.step06.log.LogProblem;
import dev.minikv.step06.log.LoggedStore;
import dev.minikv.step06.log.SyncPolicy;
import dev.minikv.step06.store.EngineKind;
import dev.minikv.step06.store.KeyValueStore;
import dev.minikv.step06.store.Limits;
import dev.minikv.step06.store.MiniKvStore;
import dev.minikv.step06.store.Result;
import dev.minikv.step06.store.Result.Failure;
import dev.minikv.step06.store.Result.Success;
import dev.minikv.step06.store.StoreError;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sessions over a store that can fail, with files and a data folder on one simulated disk.
class DataTest {

    private static final String LOST_AT_A_POWER_CUT = "what was answered last may not survive a power cut";

    private final SimulatedDisk disk = new SimulatedDisk(1);

    /// What a script has printed, and whether all of its lines succeeded.
    private record Session(boolean allDone, String out, String err) {}

    private Session session(KeyValueStore store, String script) throws IOException {
        return session(store, saving(store), new StringReader(script));
    }

    private static Session session(KeyValueStore store, Saving saving, Reader script) throws IOException {
        var out = new StringWriter();
        var err = new StringWriter();
        boolean allDone = new Repl(store, new ScriptConsole(script, out, err), saving, false).run();
        return new Session(allDone, out.toString(), err.toString());
    }

    private Saving saving(KeyValueStore store) {
        return new Saving(store, disk, _ -> () -> {});
    }

    private static MiniKvStore newStore() {
        return new MiniKvStore(EngineKind.HASH, new Limits(1_000, 1_000, 5));
    }

    private String text(String file) throws IOException {
        return new String(disk.read(Path.of(file)), UTF_8);
    }

    private void write(String file, String text) throws IOException {
        try (var open = disk.create(Path.of(file), Path.of(file))) {
            open.write(text.getBytes(UTF_8));
        }
    }

    @Nested
    class In_memory_only {

        @Test
        void save_and_load_say_what_they_did() throws IOException {
            Session session = session(newStore(), """
                    set note x
                    set name Ada
                    save /b.csv
                    clear
                    set note y
                    load /b.csv
                    get note
                    """);

            assertThat(session).isEqualTo(new Session(true, """
                    ✓ Set "note" = "x"
                    ✓ Set "name" = "Ada"
                    ✓ Saved 2 items to "/b.csv"
                    ✓ Deleted 2 items
                    ✓ Set "note" = "y"
                    ✓ Loaded 2 items from "/b.csv"
                    x
                    """, ""));
        }

        @Test
        void a_file_is_saved_in_the_format_of_its_name() throws IOException {
            session(newStore(), "set note x\nsave /a\nsave /a.csv\nsave /a.binary\n");

            assertThat(text("/a")).startsWith("# minikv script, version 1\n");
            assertThat(text("/a.csv")).startsWith("key,value\r\n");
            assertThat(text("/a.binary")).startsWith("minikv\0");
        }

        @Test
        void save_needs_a_file() throws IOException {
            assertThat(session(newStore(), "save\n").err()).isEqualTo("""
                    line 1: save needs a <file>
                      save
                          ^ usage: save <file>
                    """);
        }

        @Test
        void load_adds_all_entries_or_none() throws IOException {
            session(newStore(), "set a 1\nset b 2\nset c 3\nsave /b\n");

            Session session = session(newStore(), """
                    set c mine
                    set d 4
                    set e 5
                    set f 6
                    load /b
                    keys
                    get c
                    """);

            assertThat(session.err()).isEqualTo("""
                    line 5: cannot load "/b": the store is full: it holds 5 keys
                      nothing was loaded
                    """);
            assertThat(session.out()).endsWith("c\nd\ne\nf\nmine\n");
        }

        @Test
        void what_was_neither_loaded_nor_saved_here_is_replaced_by_save_anyway_only() throws IOException {
            write("/letter", "Dear store,\n");

            Session session = session(newStore(), "set note x\nsave /letter\nload /letter\n");
            assertThat(session.err())
                    .contains("\"/letter\" holds what was neither loaded nor saved here")
                    .contains("\"/letter\" is not a saved store");
            assertThat(text("/letter")).isEqualTo("Dear store,\n");

            session(newStore(), "set note x\nsave! /letter\n");
            assertThat(text("/letter")).contains("set \"note\" \"x\"");
        }

        @Test
        void a_file_may_be_saved_to_again_and_again_once_it_was_saved_or_loaded_here() throws IOException {
            session(newStore(), "set city Paris\nsave /old.csv\n");
            disk.rename(Path.of("/old.csv"), Path.of("/old"));

            Session session = session(newStore(), "load /old\nset a 1\nsave /old\nsave /b\nset b 2\nsave /../b\n");

            assertThat(session.err()).isEmpty();
            assertThat(text("/old")).startsWith("key,value\r\n").contains("a,1", "city,Paris");
            assertThat(text("/b")).contains("set \"b\" \"2\"");
        }

        @Test
        void a_file_that_could_not_be_loaded_is_not_replaced() throws IOException {
            session(newStore(), "set a 1\nset b 2\nset c 3\nsave /large\n");
            String large = text("/large");

            Session session = session(newStore(), "set d 4\nset e 5\nset f 6\nload /large\nsave /large\n");

            assertThat(session.err()).contains("line 5: \"/large\" holds what was neither loaded nor saved here\n");
            assertThat(text("/large")).isEqualTo(large);
        }

        @Test
        void a_damaged_file_is_not_loaded() throws IOException {
            write("/a", "# minikv script, version 1\nset a 1\n");

            assertThat(session(newStore(), "load /a\ncount\n"))
                    .isEqualTo(new Session(false, "Store contains 0 items\n", """
                    line 1: "/a" is damaged: it ends too early, at or after byte 35
                      nothing was loaded; the program of step 05 can salvage what is left
                    """));
        }

        @Test
        void a_save_that_fails_says_why_and_keeps_the_old_file() throws IOException {
            session(newStore(), "set note old\nsave /a\n");
            disk.plan(disk.operations() + 2, Trouble.DISK_FULL);

            assertThat(session(newStore(), "set note new\nsave! /a\n").err()).isEqualTo("""
                    line 2: cannot save to "/a": No space left on device
                      nothing was saved
                    """);
            assertThat(text("/a")).contains("old");
        }

        @Test
        void compact_and_stats_need_a_data_folder() throws IOException {
            assertThat(session(newStore(), "compact\nstats\n")).isEqualTo(new Session(false, "", """
                    line 1: compact needs a data folder
                      name one at the start, as in --data=notes
                    line 2: stats needs a data folder
                      name one at the start, as in --data=notes
                    """));
        }

        @Test
        void nothing_outlives_the_process_but_the_files() throws IOException {
            Session session = session(newStore(), """
                    set a 1
                    save /a
                    kill
                    keys
                    load /a
                    power off
                    keys
                    load /a
                    keys
                    """);

            assertThat(session).isEqualTo(new Session(true, """
                    ✓ Set "a" = "1"
                    ✓ Saved 1 item to "/a"
                    The process was killed. Started again, with 0 items
                    ✓ Loaded 1 item from "/a"
                    The power was cut. Started again, with 0 items
                    ✓ Loaded 1 item from "/a"
                    a
                    """, ""));
        }

        @Test
        void the_end_is_always_in_order() {
            assertThat(saving(newStore()).end()).isEmpty();
        }
    }

    /// A store at which every call fails.
    @Nested
    class When_the_store_fails {

        private final KeyValueStore store = (KeyValueStore) Proxy.newProxyInstance(
                KeyValueStore.class.getClassLoader(),
                new Class<?>[] {KeyValueStore.class},
                (_, _, _) -> new Failure<>(
                        new StoreError.Unavailable("data", new IOException("No space left on device"), true)));

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "set a 1",
                    "get a",
                    "exists a",
                    "delete a",
                    "keys",
                    "count",
                    "clear",
                    "save /b",
                    "kill",
                    "power off"
                })
        void every_command_says_what_failed_and_why_and_what_to_do(String line) throws IOException {
            assertThat(session(store, line + "\nhelp set\n")).isEqualTo(new Session(false, """
                    set <key> <value>
                      store a value under a key; quote a value that has spaces
                      for example: set note "two  spaces"
                    """, """
                    line 1: cannot write to "data": No space left on device
                      nothing more is written until the program is started again
                    """));
            assertThat(disk.version(Path.of("/b"))).isEmpty();
        }

        @Test
        void load_says_which_file_it_was_about() throws IOException {
            session(newStore(), "set a 1\nsave /b\n");

            assertThat(session(store, "load /b\n").err()).isEqualTo("""
                    line 1: cannot load "/b": cannot write to "data": No space left on device
                      nothing more is written until the program is started again
                    """);
        }

        @Test
        void there_are_no_keys_to_complete_with() {
            assertThat(Completion.of("get ", store).words()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"set a 1", "get a", "delete a", "keys", "clear", "save /b", "kill"})
        void after_a_signal_a_script_ends_without_a_word(String line) throws IOException {
            Saving saving = saving(store);
            saving.end();

            assertThat(session(store, saving, new StringReader(line + "\nhelp\n")))
                    .isEqualTo(new Session(true, "", ""));
        }
    }

    /// What needs a log.
    @Nested
    class With_a_data_folder {

        private LoggedStore open(boolean salvage) {
            return opened(
                    LoggedStore.open(disk, "/data", newStore(), SyncPolicy.ALWAYS, LoggedStore.SEGMENT_BYTES, salvage));
        }

        private static LoggedStore opened(Result<LoggedStore, LogProblem> result) {
            return switch (result) {
                case Success(LoggedStore store) -> store;
                case Failure(LogProblem problem) ->
                    throw new AssertionError(
                            Wording.of(new Fault.LogFailed(problem)).toString());
            };
        }

        /// Runs a script, and ends the session.
        private Session session(String script) throws IOException {
            LoggedStore store = open(false);
            Saving saving = saving(store);
            Session session = DataTest.session(store, saving, new StringReader(script));
            assertThat(saving.end()).isEmpty();
            return session;
        }

        @Test
        void what_one_session_has_changed_the_next_one_sees() throws IOException {
            session("set note x\nset name Ada\nset city Paris\ndelete note\nset name Bob\n");
            assertThat(session("keys\nget name\n").out()).isEqualTo("city\nname\nBob\n");

            session("clear\n");
            assertThat(session("count\n").out()).isEqualTo("Store contains 0 items\n");
        }

        @Test
        void a_crash_takes_nothing_that_was_answered() throws IOException {
            Session session = session("set a 1\nkill\nkeys\nset b 2\npower off\nkeys\ndelete a\npower off\nkeys\n");

            assertThat(session).isEqualTo(new Session(true, """
                    ✓ Set "a" = "1"
                    The process was killed. Started again, with 1 item
                    a
                    ✓ Set "b" = "2"
                    The power was cut. Started again, with 2 items
                    a
                    b
                    ✓ Deleted "a" (was: "1")
                    The power was cut. Started again, with 1 item
                    b
                    """, ""));
        }

        @Test
        void a_file_of_step_05_is_taken_over() throws IOException {
            DataTest.this.session(newStore(), "set note x\nset name Ada\nsave /notes.kv\n");

            assertThat(session("load /notes.kv\npower off\n").out()).isEqualTo("""
                    ✓ Loaded 2 items from "/notes.kv"
                    The power was cut. Started again, with 2 items
                    """);
            assertThat(session("keys\n").out()).isEqualTo("name\nnote\n");
        }

        @Test
        void compact_says_what_became_of_the_log() throws IOException {
            Session session = session("set a 1\nset a 2\nset b 3\ncompact\nkeys\npower off\nget a\n");

            assertThat(session).isEqualTo(new Session(true, """
                    ✓ Set "a" = "1"
                    ✓ Set "a" = "2"
                    ✓ Set "b" = "3"
                    ✓ Compacted: 1 segment became a snapshot of 2 items
                    a
                    b
                    The power was cut. Started again, with 2 items
                    2
                    """, ""));
            assertThat(session("get a\nget b\n").out()).isEqualTo("2\n3\n");
        }

        @Test
        void stats_shows_a_line_for_each_figure() throws IOException {
            session("set a 1\nset a 2\ncompact\nset b 3\n");

            Session session = session("stats\n");

            assertThat(session.out()).matches("""
                    entries              2
                    bytes live           [1-9]\\d*
                    bytes dead           \\d+
                    segments             [1-9]
                    forces               \\d+
                    opened in ms         \\d+
                      items of snapshot  1
                      records applied    1
                      bytes cut          0
                      records lost       0
                    """);
        }

        @Test
        void stats_tells_of_dead_bytes_and_forces() throws IOException {
            Session session = session("set a 1\nstats\nset a 2\nstats\n");

            List<String> dead = session.out()
                    .lines()
                    .filter(line -> line.startsWith("bytes dead"))
                    .toList();
            List<String> forces = session.out()
                    .lines()
                    .filter(line -> line.startsWith("forces"))
                    .toList();
            assertThat(dead.getFirst()).endsWith(" 0");
            assertThat(dead.getLast()).doesNotEndWith(" 0");
            assertThat(forces.getFirst()).isNotEqualTo(forces.getLast());
        }

        @Test
        void a_disk_that_fails_refuses_changes_and_goes_on_reading() throws IOException {
            LoggedStore store = open(false);
            DataTest.this.session(store, "set a 1\n");
            disk.plan(disk.operations() + 1, Trouble.BROKEN);

            Session session = DataTest.this.session(store, "set b 2\nset c 3\ndelete a\nclear\nkeys\nget a\n");

            assertThat(session.allDone()).isFalse();
            assertThat(session.out()).isEqualTo("a\n1\n");
            assertThat(session.err().lines().filter(line -> line.startsWith("line ")))
                    .hasSize(4)
                    .allMatch(line -> line.endsWith(": Input/output error"));
            assertThat(session.err().lines().filter(line -> line.startsWith("  ")))
                    .containsOnly("  nothing more is written until the program is started again");
        }

        @Test
        void after_a_crash_it_writes_again() throws IOException {
            LoggedStore store = open(false);
            disk.plan(disk.operations() + 1, Trouble.IO_ERROR);

            Session session = DataTest.this.session(store, "set a 1\nkill\nset c 3\npower off\nget c\n");

            assertThat(session.err()).startsWith("line 1: ");
            assertThat(session.out())
                    .endsWith("✓ Set \"c\" = \"3\"\nThe power was cut. Started again, with 1 item\n3\n");
        }

        @Test
        void a_compaction_that_fails_says_why_and_loses_nothing() throws IOException {
            LoggedStore store = open(false);
            DataTest.this.session(store, "set a 1\nset a 2\n");
            disk.plan(disk.operations() + 1, Trouble.BROKEN);

            assertThat(DataTest.this.session(store, "compact\nget a\n")).isEqualTo(new Session(false, "2\n", """
                    line 1: the data folder "/data" cannot be used: Input/output error
                      what it holds is as it was
                    """));

            disk.repair();
            disk.kill();
            assertThat(session("get a\n").out()).isEqualTo("2\n");
        }

        @Test
        void what_cannot_be_forced_at_the_end_is_said() throws IOException {
            LoggedStore store = opened(
                    LoggedStore.open(disk, "/data", newStore(), SyncPolicy.NEVER, LoggedStore.SEGMENT_BYTES, false));
            Saving saving = saving(store);
            DataTest.session(store, saving, new StringReader("set a 1\n"));
            disk.plan(disk.operations() + 1, Trouble.BROKEN);

            assertThat(saving.end().map(Wording::of).map(Wording::help)).contains(LOST_AT_A_POWER_CUT);
            assertThat(saving.end()).as("called again").isEmpty();
        }
    }

    @Test
    void each_problem_of_a_folder_has_its_words() {
        assertThat(words(new LogProblem.InUse("data")))
                .isEqualTo(new Wording("\"data\" is in use by another process", "end that one first"));
        assertThat(words(new LogProblem.DiskFailed("data", new IOException("Input/output error"))))
                .isEqualTo(new Wording(
                        "the data folder \"data\" cannot be used: Input/output error", "what it holds is as it was"));
        assertThat(words(new LogProblem.Newer("data/log")))
                .isEqualTo(new Wording(
                        "\"data/log\" was written by a newer version",
                        "the data folder is as it was; use that version"));
        assertThat(words(new LogProblem.Damaged("data/log", 17, 1, 2)))
                .isEqualTo(
                        new Wording(
                                "\"data/log\" is damaged at byte 17: 1 record known to be lost",
                                "--salvage goes on with the rest, 2 items, and keeps a copy of the file that ends in .damaged"));
        assertThat(Wording.of(new Fault.Salvaged("data", 3, 1)))
                .isEqualTo(new Wording(
                        "\"data\" was damaged: 3 records known to be lost",
                        "the session goes on with 1 item; a copy of each damaged file ends in .damaged"));
        assertThat(Wording.of(new Fault.CloseFailed(new LogProblem.InUse("data"))))
                .isEqualTo(new Wording("\"data\" is in use by another process", LOST_AT_A_POWER_CUT));
    }

    private static Wording words(LogProblem problem) {
        return Wording.of(new Fault.LogFailed(problem));
    }
}
