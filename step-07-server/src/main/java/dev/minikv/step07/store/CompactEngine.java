package dev.minikv.step07.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A hash table for short keys, kept in flat arrays: an entry has no object except its value.
///
/// A key of up to 15 chars, all of them Latin-1, is packed into two longs that lie in the table itself:
/// see [PackedKey]. All other keys, and the very few that find no room, spill: they go to a [HashMap]
/// beside the table.
///
/// `get`, `put` and `remove` take expected O(1) time, and O(log n) at worst: a key never costs more
/// than in a HashMap, plus packing it and searching 8 groups of 7 slots. From time to time a `put`
/// makes the table larger, and moves every entry. `keys` creates a new string for each key in the
/// table, and sorts those it returns. `clear` releases the table's memory; `remove` does not shrink the
/// table.
///
/// With compressed references, an entry in the table takes 28 to 43 bytes plus its value. A spilled
/// entry takes what it takes in a HashMap.
///
/// Not safe for use by several threads at once.
final class CompactEngine implements Engine {

    /*
     * Why it can beat a HashMap. To find a value, a HashMap reads its table, then the node that the
     * table refers to, then the key that the node refers to, then the array with the key's chars. Each
     * of the four may be anywhere in memory, and each read has to wait for the one before it to learn
     * the address. Here the key lies in the table itself, as two numbers. One read finds the slot that
     * can hold it, and the next compares it. The engine also does without String.hashCode, which a key
     * that was just read from the input has yet to compute.
     *
     * Layout. Seven slots form a group. The groups are spread over three parallel arrays:
     *   groups  one long per group:      | overflow count | tag 6 | tag 5 | ... | tag 0 |   one byte each
     *   words   two longs per slot:      the packed key
     *   values  one reference per slot:  the value
     * The tag of an empty slot is 0. The tag of a used slot is seven bits of its key's hash, with a 1
     * above them.
     *
     * Probing. A key's hash chooses its home group. If the home is full when the key is inserted, the
     * key goes on to the next group, and so on for up to seven groups beyond its home. Each group that
     * the key passes adds one to its overflow count. A look-up takes the same route. If no tag in a
     * group equals the key's tag, the key is not in that group: one long answers for all seven slots.
     * One tag in 128 is equal by chance, and costs a comparison in vain. The search ends at a group
     * whose overflow count is 0, because no key had to pass it. That is how most misses end, after a
     * single long. Facebook's F14 tables keep the same count ("Open-sourcing F14 for faster, more
     * memory-efficient hash tables", 2019).
     *
     * Spilling. A key that packs but finds all eight groups full spills into the HashMap. It stays
     * there until the table grows, even if a slot becomes free. The table grows when three quarters of
     * the slots are used. At that load factor, keys have passed about 24 % of the groups, but fewer
     * than one key in 1,000 has spilled.
     *
     * Deletion. The slot becomes empty, and each group that the key had passed takes one off its count.
     * Nothing moves. A group whose count is above 0 sends look-ups on even if it has room again, so no
     * search stops too early. A table that searches up to the first empty slot would have to leave a
     * tombstone here (a mark that says "deleted, search on"), or move later keys up. A count is one
     * byte. Once it reaches 255 it stays there, since nobody knows how many more keys have passed, and
     * until the table grows, that group sends look-ups on in vain. Only a flood of keys with the same
     * home gets that far.
     *
     * Growth. The table grows by half. All keys get new homes, and spilled keys get another chance of a
     * slot. Doubling would move entries less often, and leave more slots empty.
     *
     * Flooding. An attacker who chooses the keys can give them all the same home. 56 of them get a
     * slot. The rest spill, and a HashMap can cope with them: where even their hash codes are equal
     * ("Aa" and "BB"), it turns the bin that they share into a tree. So the hash needs no secret. The
     * worst that an attacker achieves is what everybody else has anyway, a HashMap, though one that is
     * asked only after a search of eight groups. That search is not cheap: if all keys have the same
     * tag as well, it compares 56 of them. In a small table, such a miss takes several times as long as
     * in a HashMap. It takes no longer with more keys.
     *
     * Where it loses. A String keeps its hash code once it has been computed, and often a HashMap needs
     * no more than that to report a miss. Here the key has to be packed first. While everything lies in
     * the processor's caches, packing takes longer than all that a HashMap does. Reading a value means
     * going to one more place in memory. In a HashMap it mostly does not: key and value were created
     * together, and lie side by side. keys() has to create strings that a HashMap already has. And a key
     * that is too long or not Latin-1 pays for a check of its chars before it goes to the HashMap, so
     * all such keys lose a little.
     */

    private static final int SLOTS = 7; // per group

    private static final int REACH = 8; // groups that a key can be in: its home and the seven after it

    private static final int FIRST_HOMES = 2;

    private static final int MAX_HOMES = (Integer.MAX_VALUE - 8) / (2 * SLOTS) - REACH; // or words would be too long

    private static final long EVERY_TAG = 0x0001_0101_0101_0101L; // multiplied by a byte: that byte as every tag

    private static final long USED = 0x80 * EVERY_TAG;

    private static final int MAX_OVERFLOW = 0xFF; // the highest that a byte can count to

    private static final int ABSENT = -1; // neither in the table nor spilled

    private static final int PERHAPS_SPILLED = -2; // not in the table

    private static final int UNPACKABLE = -3; // not in the table: spilled or absent

    private final Map<String, String> spilled = new HashMap<>();

    private int homes; // there are REACH - 1 groups more, for the last homes to overflow into
    long[] groups; // not private: the tests look into it
    private long[] words;
    private String[] values;
    private int settled; // keys in the table

    CompactEngine() {
        allocate(FIRST_HOMES);
    }

    @Override
    public String get(String key) {
        int slot = find(key);
        if (slot >= 0) {
            return values[slot];
        }
        return slot == ABSENT ? null : spilled.get(key);
    }

    @Override
    public String put(String key, String value) {
        int slot = find(key);
        if (slot >= 0) {
            String previous = values[slot];
            values[slot] = value;
            return previous;
        }
        if (slot == UNPACKABLE) {
            return spilled.put(key, value);
        }
        String previous = slot == ABSENT ? null : spilled.replace(key, value);
        if (previous == null) {
            insert(key, value);
        }
        return previous;
    }

    @Override
    public String remove(String key) {
        int slot = find(key);
        if (slot >= 0) {
            return vacate(slot);
        }
        String removed = slot == ABSENT ? null : spilled.remove(key);
        if (removed != null && slot == PERHAPS_SPILLED) {
            int home = home(hash(PackedKey.head(key), PackedKey.tail(key)));
            countOverflow(home, home + REACH, -1);
        }
        return removed;
    }

    @Override
    public int size() {
        return settled + spilled.size();
    }

    @Override
    public void clear() {
        spilled.clear();
        allocate(FIRST_HOMES);
    }

    @Override
    public List<String> keys(String prefix) {
        var keys = new ArrayList<String>(spilled.keySet());
        for (int slot = 0; slot < values.length; slot++) {
            if (values[slot] != null) {
                keys.add(PackedKey.text(words[2 * slot], words[2 * slot + 1]));
            }
        }
        keys.removeIf(key -> !key.startsWith(prefix));
        Collections.sort(keys);
        return keys;
    }

    private void allocate(int newHomes) {
        int count = newHomes + REACH - 1;
        var newWords = new long[2 * SLOTS * count];
        var newValues = new String[SLOTS * count];
        groups = new long[count];
        words = newWords;
        values = newValues;
        homes = newHomes;
        settled = 0;
    }

    /// Returns the slot that holds a key, or [#ABSENT], [#PERHAPS_SPILLED] or [#UNPACKABLE].
    private int find(String key) {
        if (!PackedKey.fits(key)) {
            return UNPACKABLE;
        }
        long head = PackedKey.head(key);
        long tail = PackedKey.tail(key);
        long hash = hash(head, tail);
        int home = home(hash);
        int slot = findIn(home, head, tail, hash);
        return slot == ABSENT && overflow(home) != 0 ? findBeyond(home, head, tail, hash) : slot;
    }

    private int findBeyond(int home, long head, long tail, long hash) {
        for (int group = home + 1; group < home + REACH; group++) {
            int slot = findIn(group, head, tail, hash);
            if (slot != ABSENT || overflow(group) == 0) {
                return slot;
            }
        }
        return PERHAPS_SPILLED;
    }

    /// Returns the slot of this group that holds a key, or [#ABSENT].
    private int findIn(int group, long head, long tail, long hash) {
        long candidates = equalTags(groups[group], tag(hash));
        while (candidates != 0) {
            int slot = SLOTS * group + firstByte(candidates);
            if (words[2 * slot] == head && words[2 * slot + 1] == tail) {
                return slot;
            }
            candidates &= candidates - 1; // clears the lowest bit that is set
        }
        return ABSENT;
    }

    private void insert(String key, String value) {
        if (settled >= SLOTS * homes / 4 * 3 && homes < MAX_HOMES) {
            grow();
        }
        if (!settle(PackedKey.head(key), PackedKey.tail(key), value)) {
            spilled.put(key, value);
        }
    }

    /// Puts a packed key into the first group with room, from its home on, and counts it in each full
    /// group before that. If no group has room, all eight have counted the key, and the caller has to
    /// spill it.
    ///
    /// @return whether there was room
    private boolean settle(long head, long tail, String value) {
        long hash = hash(head, tail);
        int home = home(hash);
        for (int group = home; group < home + REACH; group++) {
            long empties = ~groups[group] & USED;
            if (empties != 0) {
                int place = firstByte(empties);
                int slot = SLOTS * group + place;
                groups[group] |= tag(hash) << Byte.SIZE * place;
                words[2 * slot] = head;
                words[2 * slot + 1] = tail;
                values[slot] = value;
                settled++;
                countOverflow(home, group, 1);
                return true;
            }
        }
        countOverflow(home, home + REACH, 1);
        return false;
    }

    private String vacate(int slot) {
        String removed = values[slot];
        int group = slot / SLOTS;
        groups[group] &= ~(0xFFL << Byte.SIZE * (slot % SLOTS));
        values[slot] = null;
        settled--;
        countOverflow(home(hash(words[2 * slot], words[2 * slot + 1])), group, -1);
        return removed;
    }

    private void grow() {
        long[] oldWords = words;
        String[] oldValues = values;
        allocate((int) Math.min(homes * 3L / 2, MAX_HOMES));
        spilled.entrySet().removeIf(entry -> {
            String key = entry.getKey();
            return PackedKey.fits(key) && settle(PackedKey.head(key), PackedKey.tail(key), entry.getValue());
        });
        for (int slot = 0; slot < oldValues.length; slot++) {
            long head = oldWords[2 * slot];
            long tail = oldWords[2 * slot + 1];
            if (oldValues[slot] != null && !settle(head, tail, oldValues[slot])) {
                spilled.put(PackedKey.text(head, tail), oldValues[slot]);
            }
        }
    }

    private int overflow(int group) {
        return (int) (groups[group] >>> Byte.SIZE * SLOTS);
    }

    /// Changes the overflow count of each group that a key has passed: from its home up to `end`,
    /// exclusive.
    private void countOverflow(int home, int end, long change) {
        for (int group = home; group < end; group++) {
            // A count that has reached its maximum may be too low already. It stays: to search one group too many
            // does no harm.
            if (overflow(group) != MAX_OVERFLOW) {
                groups[group] += change << Byte.SIZE * SLOTS;
            }
        }
    }

    /// Takes the upper half of the hash for a fraction between 0 and 1, and returns that fraction of
    /// the number of homes, which therefore need not be a power of two. Lemire, "Fast Random Integer
    /// Generation in an Interval", ACM TOMACS 29 (2019).
    private int home(long hash) {
        return (int) ((hash >>> 32) * homes >>> 32);
    }

    private static long tag(long hash) {
        return hash >>> 32 & 0x7F | 0x80;
    }

    /// Returns a hash of a packed key, in whose upper half every bit depends on every bit of the key.
    /// Home and tag are taken from that half.
    ///
    /// A multiplication carries bits upwards only: the first char, in the highest byte of its word,
    /// would change nothing but the highest byte. So all 128 bits of the product are computed, and the
    /// upper half is folded onto the lower, as in Wang Yi's "wyhash" and Orson Peters' "foldhash". Each
    /// bit of the key then reaches every bit, though not with even odds. A second multiplication
    /// carries all of them up to the half that is used. The factors are odd and have no pattern: they
    /// are those of [java.util.SplittableRandom].
    static long hash(long head, long tail) {
        long one = head ^ 0x9E37_79B9_7F4A_7C15L;
        long other = tail ^ 0xBF58_476D_1CE4_E5B9L; // never 0: no key is 0xB9 chars long
        long folded = one * other ^ Math.unsignedMultiplyHigh(one, other);
        return folded * 0x94D0_49BB_1331_11EBL;
    }

    /// Returns a word with a 1 at the top of each tag that equals the given one. Above the lowest such
    /// tag, a borrow of the subtraction may mark others by mistake. Warren, "Hacker's Delight", section
    /// 6-1.
    private static long equalTags(long group, long tag) {
        long differences = group ^ tag * EVERY_TAG;
        return differences - EVERY_TAG & ~differences & USED;
    }

    private static int firstByte(long topBits) {
        return Long.numberOfTrailingZeros(topBits) >>> 3; // a byte has 8 bits
    }
}
