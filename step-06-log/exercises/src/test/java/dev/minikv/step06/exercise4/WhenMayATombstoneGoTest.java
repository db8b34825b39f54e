package dev.minikv.step06.exercise4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step06.exercise4.LogRecord.Put;
import dev.minikv.step06.exercise4.LogRecord.Tombstone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-6.4")
class WhenMayATombstoneGoTest {

    private static final List<KeyFilter> NOTHING_OLDER = List.of();

    @Test
    void the_newest_record_of_a_key_stays() {
        assertThat(List.of(
                        sorted(merged(NOTHING_OLDER, "tea=hot tea=warm", "tea=cold")),
                        sorted(merged(NOTHING_OLDER, "tea=hot milk=no", "tea=cold", "milk=yes tea=warm"))))
                .as("of several records of a key, the newest says it all")
                .isEqualTo(List.of("tea=cold", "milk=yes tea=warm"));
    }

    @Test
    void records_keep_their_order() {
        assertThat(List.of(
                        merged(NOTHING_OLDER, "z=1 y=1 x=1", "c=1 b=1 a=1"),
                        merged(NOTHING_OLDER, "a=1 b=1 c=1", "b=2 a=2")))
                .as("the records that stay are in the order in which they were written")
                .isEqualTo(List.of("z=1 y=1 x=1 c=1 b=1 a=1", "c=1 b=2 a=2"));
    }

    @Test
    void a_put_stays_whatever_came_before() {
        assertThat(List.of(
                        merged(NOTHING_OLDER, "tea=hot -tea", "tea=cold"),
                        merged(NOTHING_OLDER, "-tea tea=hot"),
                        merged(older("tea"), "-tea", "tea=hot"),
                        merged(older("tea", "milk"), "tea=hot milk=no")))
                .as("the newest value of a key is needed, deleted before or not, in older segments or not")
                .isEqualTo(List.of("tea=cold", "tea=hot", "tea=hot", "tea=hot milk=no"));
    }

    @Test
    void a_tombstone_stays_if_an_older_segment_may_hold_its_key() {
        assertThat(List.of(
                        merged(older("tea"), "-tea"),
                        merged(older("tea"), "milk=no", "-tea", "sugar=no"),
                        merged(older("tea"), "-tea milk=no", "sugar=no"),
                        merged(older("tea"), "milk=no", "sugar=no -tea")))
                .as("without the tombstone, a value in an older segment would come back")
                .isEqualTo(List.of("-tea", "milk=no -tea sugar=no", "-tea milk=no sugar=no", "milk=no sugar=no -tea"));
    }

    @Test
    void a_tombstone_does_not_go_together_with_a_put() {
        assertThat(List.of(
                        merged(older("tea"), "tea=hot", "-tea"),
                        merged(older("tea"), "tea=hot -tea tea=cold -tea"),
                        merged(older("tea"), "-tea", "-tea")))
                .as("the put in the merged segments need not be the only one")
                .isEqualTo(List.of("-tea", "-tea", "-tea"));
    }

    @Test
    void each_older_segment_counts() {
        assertThat(List.of(
                        merged(older("tea", "milk", "sugar"), "-tea"),
                        merged(older("tea", "milk", "sugar"), "-milk"),
                        merged(older("tea", "milk", "sugar"), "-sugar"),
                        merged(older("tea milk", "milk"), "-milk -tea")))
                .as("one older segment that may hold the key is enough, whichever it is")
                .isEqualTo(List.of("-tea", "-milk", "-sugar", "-milk -tea"));
    }

    @Test
    void a_tombstone_goes_if_nothing_is_older() {
        assertThat(List.of(
                        merged(NOTHING_OLDER, "-tea"),
                        merged(NOTHING_OLDER, "tea=hot milk=no", "-tea"),
                        merged(NOTHING_OLDER, "-tea", "milk=no", "-milk", "-sugar")))
                .as("a tombstone that hides nothing would stay for ever")
                .isEqualTo(List.of("", "milk=no", ""));
    }

    @Test
    void a_tombstone_goes_if_no_older_segment_may_hold_its_key() {
        assertThat(List.of(
                        merged(older("milk"), "-tea"),
                        merged(older("milk", "sugar milk"), "tea=hot -milk", "-tea -sugar -honey")))
                .as("only an older record of the very same key is worth a tombstone")
                .isEqualTo(List.of("", "-milk -sugar"));
    }

    @Test
    void a_filter_is_believed() {
        KeyFilter mayHoldAll = key -> true;
        KeyFilter mayHoldLong = key -> key.length() > 3;

        assertThat(List.of(
                        merged(List.of(mayHoldAll), "tea=hot -milk", "-tea"),
                        merged(List.of(mayHoldLong, mayHoldLong), "tea=hot -milk", "-tea")))
                .as("if a filter says that there may be a record, there may be one")
                .isEqualTo(List.of("-milk -tea", "-milk"));
    }

    @Test
    void a_key_is_where_its_newest_record_was() {
        assertThat(List.of(
                        merged(older("tea"), "-tea milk=no", "-tea"),
                        merged(older("tea"), "-tea milk=no", "tea=hot"),
                        merged(older("tea"), "tea=hot milk=no", "-tea")))
                .as("the order is that of writing, whether records are puts or tombstones")
                .isEqualTo(List.of("milk=no -tea", "milk=no tea=hot", "milk=no -tea"));
    }

    @Test
    void there_may_be_little_to_merge() {
        assertThat(List.of(
                        merged(NOTHING_OLDER),
                        merged(older("tea")),
                        merged(NOTHING_OLDER, ""),
                        merged(older("tea"), "", "-tea", ""),
                        merged(older(""), "tea=hot", "")))
                .as("there may be no segments, one, and some without records")
                .isEqualTo(List.of("", "", "", "-tea", "tea=hot"));
    }

    @Test
    void keys_are_exact() {
        assertThat(merge(
                        older("tea", ""),
                        List.of(
                                new Put("Tea", "1"),
                                new Put("Aa", "same hash code"),
                                new Put("BB", "same hash code"),
                                new Put(" tea", "2"),
                                new Put(new String("tea"), "3"),
                                new Put("te\u0301", "4"),
                                new Put("t\u00e9", "5")),
                        List.of(
                                new Tombstone(new String("tea")),
                                new Tombstone("TEA"),
                                new Tombstone("tea "),
                                new Tombstone(""))))
                .as("two keys are the same only if they are equal, and the empty key is a key")
                .isEqualTo(List.of(
                        new Put("Tea", "1"),
                        new Put("Aa", "same hash code"),
                        new Put("BB", "same hash code"),
                        new Put(" tea", "2"),
                        new Put("te\u0301", "4"),
                        new Put("t\u00e9", "5"),
                        new Tombstone("tea"),
                        new Tombstone("")));
    }

    @Test
    void values_are_exact() {
        assertThat(merge(
                        older("empty", "old"),
                        List.of(new Put("empty", "full"), new Put("", "no key"), new Put("old", "same")),
                        List.of(
                                new Put("empty", ""),
                                new Put("new", ""),
                                new Put("blank", " "),
                                new Put("padded", " A \n"),
                                new Put("old", "same"))))
                .as("a value stays as it is, and the empty value is a value")
                .isEqualTo(List.of(
                        new Put("", "no key"),
                        new Put("empty", ""),
                        new Put("new", ""),
                        new Put("blank", " "),
                        new Put("padded", " A \n"),
                        new Put("old", "same")));
    }

    @Test
    void no_key_changes_its_value() {
        assertThat(List.of(changedByMerge(300, 2), changedByMerge(300, 7)))
                .as("a log says the same before a merge and after it, and so do later merges")
                .isEqualTo(List.of(List.of(), List.of()));
    }

    @Test
    void the_inputs_stay_as_they_are() {
        var first = new ArrayList<>(segment("tea=hot -milk"));
        var second = new ArrayList<>(segment("-tea tea=cold"));
        var segments = new ArrayList<List<LogRecord>>(List.of(first, second));
        List<KeyFilter> filters = older("milk", "sugar");
        var older = new ArrayList<>(filters);
        Compaction.merge(older, segments);

        assertThat(List.of(texts(segments), text(first), text(second), older.equals(filters)))
                .as("the segments are in use until the merged one has replaced them")
                .isEqualTo(List.of(List.of("tea=hot -milk", "-tea tea=cold"), "tea=hot -milk", "-tea tea=cold", true));
    }

    @Test
    void the_merged_segment_stays_as_it_is() {
        var only = new ArrayList<>(segment("tea=hot -milk"));
        var older = new ArrayList<>(older("milk"));
        List<LogRecord> merged = Compaction.merge(older, List.of(only));
        List<LogRecord> mergedWithEmpty = Compaction.merge(older, List.of(List.of(), only));
        only.clear();
        older.clear();

        assertThat(List.of(text(merged), text(mergedWithEmpty)))
                .as("what is done to the segments and the filters later is not done to the merged segment")
                .isEqualTo(List.of("tea=hot -milk", "tea=hot -milk"));
    }

    @Test
    void answers_come_from_what_was_given() {
        assertThat(List.of(
                        merged(
                                older("harbour", "river"),
                                "harbour=Trieste river=Po",
                                "-river lake=Garda",
                                "-lake -bay"),
                        merged(older("bay"), "bay=Kotor -bay lake=Bled", "lake=Ohrid -harbour")))
                .as("it works for any records, not only for those of the examples")
                .isEqualTo(List.of("harbour=Trieste -river", "-bay lake=Ohrid"));
    }

    /// Returns older segments, as filters that know the keys, or that there are none, exactly.
    ///
    /// @param keys the keys of each segment
    private static List<KeyFilter> older(String... keys) {
        return Stream.of(keys)
                .map(each -> Set.of(each.split(" ")))
                .map(each -> (KeyFilter) each::contains)
                .toList();
    }

    /// Merges segments, and returns the merged one as a text.
    private static String merged(List<KeyFilter> older, String... segments) {
        try {
            return text(Compaction.merge(
                    older,
                    Stream.of(segments).map(WhenMayATombstoneGoTest::segment).toList()));
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static String sorted(String text) {
        return Stream.of(text.split(" ")).sorted().collect(Collectors.joining(" "));
    }

    @SafeVarargs
    private static Object merge(List<KeyFilter> older, List<LogRecord>... segments) {
        try {
            return Compaction.merge(older, List.of(segments));
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    /// Returns the records that a text names: `tea=hot` is a put, and `-tea` is a tombstone.
    private static List<LogRecord> segment(String text) {
        return Stream.of(text.split(" "))
                .filter(word -> !word.isEmpty())
                .<LogRecord>map(word -> word.startsWith("-")
                        ? new Tombstone(word.substring(1))
                        : new Put(word.split("=")[0], word.split("=")[1]))
                .toList();
    }

    private static String text(List<LogRecord> segment) {
        return segment.stream()
                .map(record -> switch (record) {
                    case Put(String key, String value) -> key + "=" + value;
                    case Tombstone(String key) -> "-" + key;
                })
                .collect(Collectors.joining(" "));
    }

    /// Merges segments of random logs with so many keys, twice each, and returns the first that says something
    /// else then.
    private static List<String> changedByMerge(int logs, int keys) {
        return IntStream.range(0, logs)
                .mapToObj(seed -> {
                    var random = new Random(seed);
                    List<List<LogRecord>> log = IntStream.range(0, 2 + random.nextInt(6))
                            .mapToObj(_ -> randomSegment(random, keys))
                            .toList();
                    List<List<LogRecord>> once = mergedSomewhere(log, random);
                    List<List<LogRecord>> twice = mergedSomewhere(once, random);
                    return values(log).equals(values(once)) && values(log).equals(values(twice))
                            ? ""
                            : "%s, then %s, then %s".formatted(texts(log), texts(once), texts(twice));
                })
                .filter(wrong -> !wrong.isEmpty())
                .limit(1)
                .toList();
    }

    private static List<LogRecord> randomSegment(Random random, int keys) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> "k" + random.nextInt(keys))
                .<LogRecord>map(
                        key -> random.nextBoolean() ? new Tombstone(key) : new Put(key, "v" + random.nextInt(100)))
                .toList();
    }

    /// Returns a log in which a merged segment has replaced some neighbours.
    private static List<List<LogRecord>> mergedSomewhere(List<List<LogRecord>> log, Random random) {
        int from = random.nextInt(log.size());
        int to = random.nextInt(from, log.size()) + 1;
        List<KeyFilter> older = log.subList(0, from).stream()
                .map(segment -> (KeyFilter)
                        key -> segment.stream().anyMatch(record -> record.key().equals(key)))
                .toList();
        var changed = new ArrayList<>(log.subList(0, from));
        changed.add(Compaction.merge(older, log.subList(from, to)));
        changed.addAll(log.subList(to, log.size()));
        return changed;
    }

    /// Returns the values that a log gives to its keys.
    private static Map<String, String> values(List<List<LogRecord>> log) {
        var values = new HashMap<String, String>();
        log.stream().flatMap(List::stream).forEach(record -> {
            switch (record) {
                case Put(String key, String value) -> values.put(key, value);
                case Tombstone(String key) -> values.remove(key);
            }
        });
        return values;
    }

    private static List<String> texts(List<List<LogRecord>> log) {
        return log.stream().map(WhenMayATombstoneGoTest::text).toList();
    }
}
