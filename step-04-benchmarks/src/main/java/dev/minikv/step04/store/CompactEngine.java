package dev.minikv.step04.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A hash table for short keys in flat arrays, which spends no object on an entry but its value.
///
/// Keys of up to 15 chars, all of them Latin-1, are packed into two longs that lie in the table: see
/// [PackedKey]. All others, and the few that find no room there, are strays: they go to a [HashMap]
/// beside the table.
///
/// `get`, `put` and `remove` take expected O(1), and O(log n) at worst: no key costs more than in a
/// HashMap, except for packing it and one look into the table. A `put` now and then makes the table
/// larger, and moves every entry. `keys` makes a new string of every key in the table, and sorts those
/// it returns. `clear` gives the table's memory back; `remove` does not make it smaller.
///
/// With compressed references, an entry in the table takes 28 to 43 bytes and its value; a stray takes
/// what it takes in a HashMap.
///
/// Not safe for use by several threads at once.
final class CompactEngine implements Engine {

    /*
     * Why it can beat a HashMap. To find a value, a HashMap reads the table, the node that is named
     * there, the key that the node names, and the chars that the key names. Each of the four may be
     * anywhere in memory, and each address comes out of the read before it. Here the key is in the
     * table, as two numbers: one read says in which slot it can be, and the next compares it. It also
     * does without String.hashCode, which a key that was just read from the input has yet to compute.
     *
     * Layout. Seven slots are a group, and all groups are spread over three arrays:
     *   groups  a long a group: seven tags of a byte each, and in the highest byte the count of strays
     *   words   two longs a slot: the packed key
     *   values  a reference a slot
     * A tag is 0 if its slot is empty, else seven bits of the key's hash with a 1 above them.
     *
     * Probing. A key has one group, its home, and can be in no other. If no tag there equals the key's,
     * none of the slots can hold it: one long answers for all seven, and that is the end of most
     * misses. A tag that equals by chance, one in 128, costs a comparison in vain.
     *
     * Strays. A key that packs but finds all seven slots taken becomes a stray, and its home counts it.
     * A key that is not in its home is looked for among the strays only if the home has any. When three
     * quarters of the slots are in use, which is as many as there ever are, 22 % of the homes have strays,
     * and 8 % of the keys are strays: keys fall on homes by a Poisson distribution, which then has a mean
     * of 5.7.
     *
     * Deletion. The slot becomes empty, and that is all: no look-up passes over a group on its way to
     * another, so none can be led astray. Open addressing that goes on to the next place must leave a
     * tombstone here, or move up what comes behind. A stray stays one, though, when its home has room
     * again: until the table grows.
     *
     * Growth. By half, when three quarters of the slots are in use. All keys get new homes, strays too.
     * Doubling would move entries less often, and leave more slots empty.
     *
     * Flooding. Whoever chooses the keys can give them all the same home. Seven get in, the others are
     * strays, and what happens to those is a HashMap's business: where even their hash codes are equal
     * ("Aa" and "BB"), it makes a tree of the bin that they share. So the hash needs no secret: the most
     * that an attacker can do with this table is to turn it into a HashMap.
     *
     * Where it loses. A String that has been hashed before knows its hash code, and a HashMap needs no
     * more to say that it is not there: here it has to be packed first. While everything lies in the
     * processor's caches, that takes longer than all that a HashMap does. keys() has to make strings
     * that a HashMap has at hand. And long keys pay for a detour.
     */

    private static final int SLOTS = 7; // in a group

    private static final int FIRST_GROUPS = 2;

    private static final int MOST_GROUPS = (Integer.MAX_VALUE - 8) / (2 * SLOTS); // or words is too long

    private static final long EVERY_TAG = 0x0001_0101_0101_0101L; // times a byte: that byte as every tag

    private static final long USED = 0x80 * EVERY_TAG;

    private static final int MOST_STRAYS = 0xFF; // a byte cannot count further

    private final Map<String, String> strays = new HashMap<>();

    private long[] groups;
    private long[] words;
    private String[] values;
    private int settled; // in the table

    CompactEngine() {
        allocate(FIRST_GROUPS);
    }

    @Override
    public String get(String key) {
        if (!PackedKey.fits(key)) {
            return strays.get(key);
        }
        long head = PackedKey.head(key);
        long tail = PackedKey.tail(key);
        int home = home(head, tail);
        int slot = find(home, head, tail);
        if (slot >= 0) {
            return values[slot];
        }
        return hasStrays(home) ? strays.get(key) : null;
    }

    @Override
    public String put(String key, String value) {
        if (!PackedKey.fits(key)) {
            return strays.put(key, value);
        }
        long head = PackedKey.head(key);
        long tail = PackedKey.tail(key);
        int home = home(head, tail);
        int slot = find(home, head, tail);
        if (slot >= 0) {
            String previous = values[slot];
            values[slot] = value;
            return previous;
        }
        String previous = hasStrays(home) ? strays.replace(key, value) : null;
        if (previous == null) {
            insert(key, head, tail, value);
        }
        return previous;
    }

    @Override
    public String remove(String key) {
        if (!PackedKey.fits(key)) {
            return strays.remove(key);
        }
        long head = PackedKey.head(key);
        long tail = PackedKey.tail(key);
        int home = home(head, tail);
        int slot = find(home, head, tail);
        if (slot >= 0) {
            return vacate(slot);
        }
        String removed = hasStrays(home) ? strays.remove(key) : null;
        if (removed != null) {
            countStrays(home, -1);
        }
        return removed;
    }

    @Override
    public int size() {
        return settled + strays.size();
    }

    @Override
    public void clear() {
        strays.clear();
        allocate(FIRST_GROUPS);
    }

    @Override
    public List<String> keys(String prefix) {
        var keys = new ArrayList<String>(strays.keySet());
        for (int slot = 0; slot < values.length; slot++) {
            if (values[slot] != null) {
                keys.add(PackedKey.text(words[2 * slot], words[2 * slot + 1]));
            }
        }
        keys.removeIf(key -> !key.startsWith(prefix));
        Collections.sort(keys);
        return keys;
    }

    private void allocate(int count) {
        var newWords = new long[2 * SLOTS * count];
        var newValues = new String[SLOTS * count];
        groups = new long[count];
        words = newWords;
        values = newValues;
        settled = 0;
    }

    /// Returns the slot that a packed key is in, or -1 if it is in none.
    private int find(int home, long head, long tail) {
        long candidates = equalTags(groups[home], tag(head, tail));
        while (candidates != 0) {
            int slot = SLOTS * home + firstByte(candidates);
            if (words[2 * slot] == head && words[2 * slot + 1] == tail) {
                return slot;
            }
            candidates &= candidates - 1; // without the first
        }
        return -1;
    }

    private void insert(String key, long head, long tail, String value) {
        if (settled >= values.length / 4 * 3 && groups.length < MOST_GROUPS) {
            grow();
        }
        if (!settle(head, tail, value)) {
            strays.put(key, value);
        }
    }

    /// Puts a packed key into its home, or else, if there is no room, counts it among the home's strays.
    ///
    /// @return whether there was room
    private boolean settle(long head, long tail, String value) {
        int home = home(head, tail);
        long empties = ~groups[home] & USED;
        if (empties == 0) {
            countStrays(home, 1);
            return false;
        }
        int place = firstByte(empties);
        int slot = SLOTS * home + place;
        groups[home] |= tag(head, tail) << Byte.SIZE * place;
        words[2 * slot] = head;
        words[2 * slot + 1] = tail;
        values[slot] = value;
        settled++;
        return true;
    }

    private String vacate(int slot) {
        String removed = values[slot];
        groups[slot / SLOTS] &= ~(0xFFL << Byte.SIZE * (slot % SLOTS));
        values[slot] = null;
        settled--;
        return removed;
    }

    private void grow() {
        long[] oldWords = words;
        String[] oldValues = values;
        allocate((int) Math.min(groups.length * 3L / 2, MOST_GROUPS));
        strays.entrySet().removeIf(stray -> {
            String key = stray.getKey();
            return PackedKey.fits(key) && settle(PackedKey.head(key), PackedKey.tail(key), stray.getValue());
        });
        for (int slot = 0; slot < oldValues.length; slot++) {
            long head = oldWords[2 * slot];
            long tail = oldWords[2 * slot + 1];
            if (oldValues[slot] != null && !settle(head, tail, oldValues[slot])) {
                strays.put(PackedKey.text(head, tail), oldValues[slot]);
            }
        }
    }

    private boolean hasStrays(int home) {
        return strayCount(home) != 0;
    }

    private void countStrays(int home, long change) {
        // Once it is as high as it can be it stays, as it may be too low: a look too many is no harm.
        if (strayCount(home) != MOST_STRAYS) {
            groups[home] += change << Byte.SIZE * SLOTS;
        }
    }

    private int strayCount(int home) {
        return (int) (groups[home] >>> Byte.SIZE * SLOTS);
    }

    /// Returns the upper half of the hash, as a fraction, of the number of groups: so that may be any.
    /// Lemire, "Fast Random Integer Generation in an Interval", ACM TOMACS 29 (2019).
    private int home(long head, long tail) {
        return (int) ((hash(head, tail) >>> 32) * groups.length >>> 32);
    }

    private static long tag(long head, long tail) {
        return hash(head, tail) >>> 32 & 0x7F | 0x80;
    }

    /// Multiplies by odd numbers without a pattern: what differs anywhere in the key differs in the upper
    /// half. The first is 2^64 divided by the golden ratio (Knuth, "The Art of Computer Programming",
    /// volume 3, section 6.4), the second is one that [java.util.SplittableRandom] mixes with.
    static long hash(long head, long tail) {
        return (head * 0x9E37_79B9_7F4A_7C15L ^ tail) * 0xBF58_476D_1CE4_E5B9L;
    }

    /// Returns a 1 at the top of each tag that equals the given one. There may be more above the first, for
    /// a borrow: Warren, "Hacker's Delight", section 6-1.
    private static long equalTags(long group, long tag) {
        long differences = group ^ tag * EVERY_TAG;
        return differences - EVERY_TAG & ~differences & USED;
    }

    private static int firstByte(long topBits) {
        return Long.numberOfTrailingZeros(topBits) / Byte.SIZE;
    }
}
