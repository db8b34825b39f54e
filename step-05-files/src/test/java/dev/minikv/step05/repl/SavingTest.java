package dev.minikv.step05.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step05.disk.SimulatedDisk;
import dev.minikv.step05.disk.SimulatedDisk.Trouble;
import dev.minikv.step05.file.FileProblem;
import dev.minikv.step05.store.EngineKind;
import dev.minikv.step05.store.KeyValueStore;
import dev.minikv.step05.store.Limits;
import dev.minikv.step05.store.MiniKvStore;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions that save and load, on one disk.
class SavingTest {

    private final SimulatedDisk disk = new SimulatedDisk(1);

    /// What a script has printed, and what was wrong when its store was loaded or saved.
    private record Session(String out, String err, Optional<Fault> unsaved) {}

    private Saving saving(KeyValueStore store) {
        return new Saving(store, disk, _ -> () -> {});
    }

    private static KeyValueStore newStore() {
        return new MiniKvStore(EngineKind.HASH, new Limits(1_000, 1_000, 5));
    }

    private Session session(String file, String script) throws IOException {
        KeyValueStore store = newStore();
        Saving saving = saving(store);
        assertThat(saving.keepIn(file, Optional.empty(), false)).isEmpty();
        var out = new StringWriter();
        var err = new StringWriter();
        new Repl(store, new ScriptConsole(new StringReader(script), out, err), saving, false).run();
        Optional<Fault> unsaved = saving.end();
        disk.kill(); // the process has ended, and with it its lock
        return new Session(out.toString(), err.toString(), unsaved);
    }

    private String text(String file) throws IOException {
        return new String(disk.read(Path.of(file)), UTF_8);
    }

    private void write(String file, String text) throws IOException {
        write(file, text.getBytes(UTF_8));
    }

    private void write(String file, byte[] bytes) throws IOException {
        try (var open = disk.create(Path.of(file), Path.of(file))) {
            open.write(bytes);
        }
    }

    @Test
    void what_one_session_has_set_the_next_one_gets() throws IOException {
        for (String file : new String[] {"/a.script", "/a.csv", "/a.binary", "/a"}) {
            session(file, "set note \"two  spaces\"\nset name Ada\n");

            assertThat(session(file, "get note\ncount\n").out()).isEqualTo("\"two  spaces\"\nStore contains 2 items\n");
        }
        assertThat(text("/a")).startsWith("# minikv script, version 1\n");
        assertThat(text("/a.csv")).startsWith("key,value\r\n");
        assertThat(text("/a.binary")).startsWith("minikv\0");
    }

    @Test
    void a_file_keeps_its_format_whatever_its_name_is() throws IOException {
        session("/a.csv", "set note x\nsave\n");
        disk.rename(Path.of("/a.csv"), Path.of("/a"));

        session("/a", "set name Ada\n");

        assertThat(text("/a")).startsWith("key,value\r\n").contains("name,Ada");
    }

    @Test
    void a_session_that_changes_nothing_writes_nothing() throws IOException {
        session("/a", "set note x\n");
        int operations = disk.operations();

        session("/a", "get note\ncount\nkeys\ndelete absent\nset \"" + "x".repeat(1_001) + "\" too-long\n");

        assertThat(disk.operations()).isEqualTo(operations);
    }

    @Test
    void delete_and_clear_are_saved_as_well() throws IOException {
        session("/a", "set note x\nset name Ada\nset city Paris\n");

        session("/a", "delete note\n");
        assertThat(session("/a", "keys\n").out()).isEqualTo("city\nname\n");

        session("/a", "clear\n");
        assertThat(session("/a", "count\n").out()).isEqualTo("Store contains 0 items\n");
    }

    @Test
    void save_and_load_say_what_they_did() throws IOException {
        Session session = session("/a", """
                set note x
                save
                save /b.csv
                clear
                load /b.csv
                get note
                """);

        assertThat(session.out()).isEqualTo("""
                ✓ Set "note" = "x"
                ✓ Saved 1 item
                ✓ Saved 1 item to "/b.csv"
                ✓ Deleted 1 item
                ✓ Loaded "/b.csv": the store contains 1 item
                x
                """);
        assertThat(session.err()).isEmpty();
    }

    @Test
    void the_format_that_was_asked_for_counts_more_than_the_name() throws IOException {
        Saving saving = saving(newStore());
        assertThat(saving.keepIn("/a.csv", Saving.format("binary"), false)).isEmpty();
        saving.change(() -> true, changed -> changed);
        assertThat(saving.end()).isEmpty();

        assertThat(text("/a.csv")).startsWith("minikv\0");
    }

    @Test
    void to_load_a_file_that_is_not_there_is_a_mistake_and_one_that_is_in_use_is_none() throws IOException {
        Session session = session("/a", "set note x\nsave\nload /b\nload /a\n");

        assertThat(session.err()).isEqualTo("""
                line 3: cannot load "/b": no such file
                  nothing was loaded
                """);
        assertThat(session.out()).endsWith("✓ Loaded \"/a\": the store contains 1 item\n");
    }

    @Test
    void load_adds_all_entries_or_none() throws IOException {
        session("/b", "set a 1\nset b 2\nset c 3\n");

        Session session = session("/a", """
                set c mine
                set d 4
                set e 5
                set f 6
                load /b
                keys
                get c
                """);

        assertThat(session.err()).contains("the store is full").contains("nothing was loaded");
        assertThat(session.out()).endsWith("c\nd\ne\nf\nmine\n");
    }

    @Test
    void a_file_that_is_not_a_saved_store_is_neither_loaded_nor_replaced() throws IOException {
        write("/letter", "Dear store,\n");

        assertThat(saving(newStore()).keepIn("/letter", Optional.empty(), false))
                .contains(new Fault.FileFailed(new FileProblem.NotOurs("/letter")));
        disk.kill();
        Session session = session("/a", "set note x\nsave /letter\nload /letter\n");

        assertThat(session.err())
                .contains("\"/letter\" holds what was neither loaded nor saved here")
                .contains("\"/letter\" is not a saved store");
        assertThat(text("/letter")).isEqualTo("Dear store,\n");
    }

    @Test
    void save_anyway_replaces_what_is_there() throws IOException {
        write("/letter", "Dear store,\n");

        session("/a", "set note x\nsave! /letter\n");

        assertThat(text("/letter")).contains("set \"note\" \"x\"");
    }

    @Test
    void a_damaged_file_is_refused_and_left_alone_until_it_is_salvaged() throws IOException {
        session("/a.binary", "set note x\nset name Ada\nset city Paris\n");
        byte[] bytes = disk.read(Path.of("/a.binary"));
        bytes[20]++;
        disk.delete(Path.of("/a.binary"));
        try (var open = disk.create(Path.of("/a.binary"), Path.of("/a.binary"))) {
            open.write(bytes);
        }

        assertThat(saving(newStore()).keepIn("/a.binary", Optional.empty(), false))
                .hasValueSatisfying(SavingTest::saysDamaged);
        disk.kill();
        assertThat(disk.read(Path.of("/a.binary"))).isEqualTo(bytes);

        KeyValueStore store = newStore();
        Saving saving = saving(store);
        assertThat(saving.keepIn("/a.binary", Optional.empty(), true).orElseThrow())
                .isInstanceOf(Fault.Salvaged.class);
        assertThat(store.count()).isEqualTo(2);
        assertThat(saving.end()).isEmpty();
        disk.kill();

        assertThat(disk.read(Path.of("/a.binary.damaged"))).isEqualTo(bytes);
        assertThat(session("/a.binary", "count\n").out()).isEqualTo("Store contains 2 items\n");
    }

    @Test
    void an_earlier_copy_of_a_damaged_file_is_kept() throws IOException {
        write("/a", "# minikv script, version 1\nset a 1\n");
        write("/a.damaged", "an earlier one");

        assertThat(saving(newStore()).keepIn("/a", Optional.empty(), true).orElseThrow())
                .isInstanceOf(Fault.Salvaged.class);

        assertThat(text("/a.damaged")).isEqualTo("an earlier one");
        assertThat(text("/a.damaged2")).isEqualTo("# minikv script, version 1\nset a 1\n");
    }

    @Test
    void a_script_of_a_newer_version_is_left_alone_too() throws IOException {
        session("/a", "set a 1\n");
        String newer = text("/a").replace("version 1", "version 12").replaceFirst("# end.*\n", "");
        var checksum = new CRC32C();
        checksum.update(newer.getBytes(UTF_8));
        newer += "# end,CRC-32C " + HexFormat.of().toHexDigits((int) checksum.getValue()) + "\n";
        write("/b", newer);

        assertThat(saving(newStore())
                        .keepIn("/b", Optional.empty(), true)
                        .map(Wording::of)
                        .orElseThrow()
                        .wrong())
                .isEqualTo("\"/b\" was saved by a newer version");
        assertThat(text("/b")).isEqualTo(newer);
    }

    @Test
    void an_empty_file_that_is_salvaged_stays_in_the_format_of_its_name() throws IOException {
        write("/a.csv", "");
        Saving saving = saving(newStore());
        assertThat(saving.keepIn("/a.csv", Optional.empty(), true)).isPresent();
        assertThat(saving.end()).isEmpty();

        assertThat(text("/a.csv")).startsWith("key,value\r\n");
    }

    @Test
    void a_file_of_a_newer_version_is_left_alone_even_if_it_is_to_be_salvaged() throws IOException {
        byte[] newer = HexFormat.of().parseHex("6d696e696b7600" + "02" + "00000000" + "066b07d9" + "0102030405060708");
        write("/a", newer);

        for (boolean salvage : new boolean[] {false, true}) {
            Saving saving = saving(newStore());
            assertThat(saving.keepIn("/a", Optional.empty(), salvage))
                    .contains(new Fault.FileFailed(new FileProblem.Newer("/a")));
            assertThat(saving.end()).isEmpty();
            disk.kill();
        }
        assertThat(disk.read(Path.of("/a"))).isEqualTo(newer);
    }

    @Test
    void the_session_s_file_may_be_saved_by_its_name() throws IOException {
        assertThat(session("/a", "set note x\nsave /a\nsave /b/../a\n").err()).isEmpty();
    }

    @Test
    void a_save_that_cannot_rename_leaves_no_new_file() throws IOException {
        session("/a", "set note old\n");
        disk.plan(disk.operations() + 4, Trouble.IO_ERROR); // create, write, force, rename

        assertThat(session("/a", "set note new\nsave\n").err()).contains("Input/output error");
        assertThat(disk.version(Path.of("/a.saving"))).isEmpty();
    }

    private static void saysDamaged(Fault fault) {
        assertThat(fault)
                .isInstanceOfSatisfying(
                        Fault.FileFailed.class,
                        failed -> assertThat(failed.problem()).isInstanceOf(FileProblem.Damaged.class));
    }

    @Test
    void the_root_of_the_simulated_disk_is_not_a_file_either() throws IOException {
        assertThat(saving(newStore())
                        .keepIn("/", Optional.empty(), false)
                        .map(Wording::of)
                        .orElseThrow()
                        .wrong())
                .isEqualTo("cannot open \"/\": it is not a file");
        assertThat(session("/a", "load /\nsave /\nsave \"\"\n").err()).isEqualTo("""
                line 1: cannot load "/": it is not a file
                  nothing was loaded
                line 2: cannot open "/": it is not a file
                  name a file in a folder you may write to
                line 3: cannot open "": it is not a file
                  name a file in a folder you may write to
                """);
    }

    @Test
    void an_empty_file_is_damaged_and_not_an_empty_store() throws IOException {
        write("/a", "");

        assertThat(saving(newStore()).keepIn("/a", Optional.empty(), false))
                .hasValueSatisfying(SavingTest::saysDamaged);
    }

    @Test
    void a_second_process_is_kept_out_and_a_crash_lets_it_in() throws IOException {
        saving(newStore()).keepIn("/a", Optional.empty(), false);

        assertThat(saving(newStore()).keepIn("/a", Optional.empty(), false))
                .contains(new Fault.FileFailed(new FileProblem.InUse("/a")));

        disk.kill();
        assertThat(saving(newStore()).keepIn("/a", Optional.empty(), false)).isEmpty();
    }

    @Test
    void a_file_that_somebody_else_has_changed_is_not_overwritten() throws IOException {
        session("/a", "set note x\n");
        KeyValueStore store = newStore();
        Saving saving = saving(store);
        saving.keepIn("/a", Optional.empty(), false);
        store.set("note", "y");
        saving.change(() -> true, changed -> changed);

        disk.delete(Path.of("/a"));
        write("/a", "somebody else's");

        assertThat(saving.end()).contains(new Fault.FileFailed(new FileProblem.Changed("/a")));
        assertThat(text("/a")).isEqualTo("somebody else's");
    }

    @Test
    void a_save_that_fails_keeps_the_old_file_and_can_be_repeated() throws IOException {
        session("/a", "set note old\n");
        disk.plan(disk.operations() + 2, Trouble.DISK_FULL);

        Session session = session("/a", "set note new\nsave\n");

        assertThat(session.err()).contains("cannot save to \"/a\": No space left on device");
        assertThat(session.unsaved()).isPresent();
        assertThat(session("/a", "get note\n").out()).isEqualTo("old\n");

        disk.repair();
        session("/a", "set note new\n");
        assertThat(session("/a", "get note\n").out()).isEqualTo("new\n");
    }

    @Test
    void text_that_is_not_unicode_is_refused_and_nothing_is_written() throws IOException {
        session("/a.csv", "set note old\n");
        Session session = session("/a.csv", "set note \"\\u{d800}\"\nsave\nsave /b.script\n");

        assertThat(session.err())
                .contains("csv cannot hold the entry \"note\"")
                .contains("the format script can hold it");
        assertThat(session.out()).contains("✓ Saved 1 item to \"/b.script\"");
        assertThat(session.unsaved()).isPresent();
        assertThat(session("/a.csv", "get note\n").out()).isEqualTo("old\n");
    }

    @Test
    void a_power_cut_takes_what_was_not_saved() throws IOException {
        Session session = session("/a", "set a 1\nsave\nset b 2\npower off\nkeys\nset c 3\nkill\nkeys\n");

        assertThat(session.out()).isEqualTo("""
                ✓ Set "a" = "1"
                ✓ Saved 1 item
                ✓ Set "b" = "2"
                The power was cut. Started again, with 1 item
                a
                ✓ Set "c" = "3"
                The process was killed. Started again, with 1 item
                a
                """);
    }

    @Test
    void without_a_file_nothing_is_kept_and_save_needs_a_name() throws IOException {
        KeyValueStore store = newStore();
        Saving saving = saving(store);
        var err = new StringWriter();
        var script = new ScriptConsole(new StringReader("set a 1\nsave\n"), new StringWriter(), err);

        assertThat(new Repl(store, script, saving, false).run()).isFalse();
        assertThat(err.toString()).contains("line 2: this session has no file");
        assertThat(saving.end()).isEmpty();
    }

    @Test
    void a_session_that_changes_nothing_in_the_end_writes_nothing() throws IOException {
        session("/b", "set note x\n");
        session("/a", "set note x\n");
        int operations = disk.operations();

        assertThat(session("/a", "set note x\nload /b\nload /a\n").err()).isEmpty();
        session("/empty", "clear\n");

        assertThat(disk.operations()).isEqualTo(operations);
    }

    @Test
    void what_load_has_added_is_saved() throws IOException {
        session("/b", "set name Ada\n");
        session("/a", "set note x\n");

        session("/a", "load /b\n");
        assertThat(session("/a", "keys\n").out()).isEqualTo("name\nnote\n");
    }

    @Test
    void another_file_may_be_saved_to_again_and_again_once_it_was_saved_or_loaded_here() throws IOException {
        session("/old.csv", "set city Paris\n");
        disk.rename(Path.of("/old.csv"), Path.of("/old"));

        Session session = session("/a", """
                set a 1
                save /b.csv
                set b 2
                save /b.csv
                save /../b.csv
                load /old
                save /old
                save /old
                """);

        assertThat(session.err()).isEmpty();
        assertThat(text("/b.csv")).startsWith("key,value\r\na,1\r\nb,2\r\n");
        assertThat(text("/old")).startsWith("key,value\r\n").contains("a,1", "city,Paris");
        assertThat(saving(newStore()).keepIn("/b.csv", Optional.empty(), false)).isEmpty(); // not locked
    }

    @Test
    void another_file_is_not_overwritten_if_somebody_else_has_changed_it_or_loading_it_failed() throws IOException {
        session("/large", "set a 1\nset b 2\nset c 3\n");
        String large = text("/large");
        String lines = "set d 4\nset e 5\nset f 6\nload /large\nsave /large\nsave /b\nfull\nsave /b\n";
        Session session = person("/a", lines + "rewrite /b\nsave /b\nsave! /b\nsave /b\ndelete-file /b\nsave /b\n");

        assertThat(session.err()).isEqualTo("""
                cannot load "/large": the store is full: it holds 5 keys
                "/large" holds what was neither loaded nor saved here
                cannot save to "/b": No space left on device
                "/b" holds what was neither loaded nor saved here
                """);
        assertThat(text("/large")).isEqualTo(large);
        assertThat(text("/b")).contains("\"d\"");
    }

    @Test
    void a_session_s_file_that_somebody_else_has_changed_may_be_saved_once_it_is_loaded() throws IOException {
        session("/a", "set note x\n");

        Session session = person("/a", "rewrite /a\nset name Ada\nsave\nload /a\nsave\n");

        assertThat(session.err()).isEqualTo("\"/a\" holds what was neither loaded nor saved here\n");
        assertThat(session("/a", "keys\n").out()).isEqualTo("city\nname\nnote\n");
    }

    @Test
    void what_the_session_s_file_has_lost_is_saved_once_that_is_loaded() throws IOException {
        session("/a", "set note x\n");

        person("/a", "rewrite /a\nload /a\n");

        assertThat(session("/a", "keys\n").out()).isEqualTo("city\nnote\n");
    }

    @Test
    void save_anyway_keeps_the_format_of_a_saved_store() throws IOException {
        session("/b.csv", "set note x\n");
        disk.rename(Path.of("/b.csv"), Path.of("/b.kv"));

        session("/a", "set name Ada\nsave! /b.kv\nsave /b.kv\n");

        assertThat(text("/b.kv")).startsWith("key,value\r\nname,Ada\r\n");
    }

    @Test
    void quit_in_a_sourced_script_ends_that_script_and_gives_nothing_up(@TempDir Path folder) throws IOException {
        Path inner = Files.writeString(folder.resolve("inner"), "set b 2\nquit!\nset c 3\n");
        Path outer =
                Files.writeString(folder.resolve("outer"), "source " + Quotes.quote(inner.toString()) + "\nquit\n");

        for (Path script : new Path[] {inner, outer}) {
            session("/" + script.getFileName(), "set a 1\nsource " + Quotes.quote(script.toString()) + "\n");

            assertThat(session("/" + script.getFileName(), "keys\n").out()).isEqualTo("a\nb\n");
        }
    }

    @Test
    void quit_anyway_gives_up_what_a_session_has_not_saved() throws IOException {
        assertThat(session("/a", "set a 1\nsave\nset b 2\nquit!\n").err()).isEmpty();

        assertThat(session("/a", "keys\n").out()).isEqualTo("a\n");
    }

    @Test
    void a_person_is_warned_again_if_they_have_gone_on() throws IOException {
        Session session = person("/a", "set a 1\nfull\nquit\nroom\nsave\nset c 3\nfull\nquit\nroom\nset d 4\nquit\n");

        String failure = "cannot save to \"/a\": No space left on device\n";
        assertThat(session.err()).isEqualTo(failure + failure);
        assertThat(session("/a", "keys\n").out()).isEqualTo("a\nc\nd\n");
    }

    @Test
    void a_person_who_quits_again_leaves() throws IOException {
        Session session = person("/a", "set a 1\nfull\nquit\nquit\nset b 2\n");

        assertThat(session.out()).contains("quit again to leave").endsWith("Goodbye! ☕\n");
        assertThat(session.unsaved()).isPresent();
    }

    /// Runs a session at a terminal, whose lines may also do something to the disk.
    private Session person(String file, String lines) throws IOException {
        session("/city", "set city Paris\n");
        KeyValueStore store = newStore();
        Saving saving = saving(store);
        assertThat(saving.keepIn(file, Optional.empty(), false)).isEmpty();
        var person = new Person(lines.lines().iterator());
        new Repl(store, person, saving, false).run();
        Optional<Fault> unsaved = saving.end();
        disk.repair();
        disk.kill();
        return new Session(person.out.toString(), person.err.toString(), unsaved);
    }

    private final class Person implements Console {

        private final Iterator<String> lines;
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder err = new StringBuilder();

        private Person(Iterator<String> lines) {
            this.lines = lines;
        }

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public Optional<String> readLine() throws IOException {
            String line = lines.hasNext() ? lines.next() : null;
            switch (line == null ? "" : line.replaceFirst(" .*", "")) {
                case "full" -> disk.plan(disk.operations() + 1, Trouble.DISK_FULL);
                case "room" -> disk.repair();
                case "rewrite" -> {
                    disk.repair();
                    disk.delete(Path.of(line.substring(8)));
                    write(line.substring(8), disk.read(Path.of("/city")));
                }
                case "delete-file" -> disk.delete(Path.of(line.substring(12)));
                default -> {
                    return Optional.ofNullable(line);
                }
            }
            return readLine();
        }

        @Override
        public void print(String text) {
            out.append(text).append('\n');
        }

        @Override
        public void printError(String wrong, String details) {
            err.append(wrong).append('\n');
        }

        @Override
        public List<String> history() {
            return List.of();
        }
    }

    @Test
    void no_command_prints_while_a_signal_would_have_to_wait_for_it(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("script"), "set b 2\noops\n");
        KeyValueStore store = newStore();
        Saving saving = saving(store);
        var locked = new ArrayList<String>();
        var out = new StringWriter() {
            @Override
            public void write(String text) {
                if (Thread.holdsLock(saving)) {
                    locked.add(text);
                }
            }
        };
        String lines = """
                set a 1
                set a %s
                get a
                exists a
                delete a
                delete a
                keys
                count
                clear
                history
                save /b
                save
                load /b
                load /c
                kill
                help
                source %s
                quit
                """.formatted("x".repeat(1_001), Quotes.quote(script.toString()));

        new Repl(store, new ScriptConsole(new StringReader(lines), out, out), saving, false).run();

        assertThat(locked).isEmpty();
    }

    @Test
    void no_command_changes_anything_after_the_end() throws IOException {
        session("/b", "set name Ada\n");
        for (String line : List.of("set note y", "delete note", "clear", "load /b", "save /b", "save! /b", "kill")) {
            KeyValueStore store = newStore();
            Saving saving = saving(store);
            store.set("note", "x");
            assertThat(saving.end()).isEmpty();
            int operations = disk.operations();
            var out = new StringWriter();

            new Repl(store, new ScriptConsole(new StringReader(line), out, out), saving, false).run();

            assertThat(out.toString()).as(line).isEmpty();
            assertThat(store.get("note")).as(line).contains("x");
            assertThat(store.count()).as(line).isEqualTo(1);
            assertThat(disk.operations()).as(line).isEqualTo(operations);
        }
    }
}
