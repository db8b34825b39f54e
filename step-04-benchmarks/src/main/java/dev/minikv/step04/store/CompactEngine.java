package dev.minikv.step04.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A hash table for short keys in flat arrays, which spends no object on an entry but its value.
///
/// Keys of up to 15 chars, all of them Latin-1, are packed into two longs that lie in the table: see
/// [PackedKey]. All others, and the very few that find no room there, are strays: they go to a [HashMap]
/// beside the table.
///
/// `get`, `put` and `remove` take expected O(1), and O(log n) at worst: no key costs more than in a
/// HashMap, except for packing it and for looking into 8 groups of 7 slots. A `put` now and then makes
/// the table larger, and moves every entry. `keys` makes a new string of every key in the table, and
/// sorts those it returns. `clear` gives the table's memory back; `remove` does not make it smaller.
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
     *   groups  a long a group: seven tags of a byte each, and in the highest byte the overflow count
     *   words   two longs a slot: the packed key
     *   values  a reference a slot
     * A tag is 0 if its slot is empty, otherwise seven bits of the key's hash with a 1 above them.
     *
     * Probing. A key's hash names a group, its home. If that is full when the key comes, it goes on to
     * the next, and so up to seven groups beyond; each group that it passes counts it. A look-up takes
     * the same way. A group whose tags all differ from the key's does not hold it: one long answers for
     * all seven slots. A tag that equals by chance, one in 128, costs a comparison in vain. And a group
     * that nobody has passed is the end of the way: that is how most misses end, with a single long.
     * Facebook's F14 tables ("Open-sourcing F14 for faster, more memory-efficient hash tables", 2019)
     * count in this way, too.
     *
     * Strays. A key that packs but finds all eight groups full becomes a stray, and stays one until the
     * table grows, even if there is room again. When three quarters of the slots are in use, which is as
     * many as there ever are, keys have passed about 24 % of the groups, but not one key in 1,000 is a stray.
     *
     * Deletion. The slot becomes empty, and the groups that the key had passed count one less: that is
     * all. A group that is no longer full still tells look-ups to go on while it counts anybody, so none
     * stops too early. Open addressing that goes on until it sees an empty slot must leave a tombstone
     * here, or move up what follows. A byte counts to 255 and stays there, as nobody knows any more how many
     * there were: until the table grows, look-ups go on from that group for nothing, to the neighbours.
     * Only a flood gets so far.
     *
     * Growth. By half, when three quarters of the slots are in use. All keys get new homes, strays too.
     * Doubling would move entries less often, and leave more slots empty.
     *
     * Flooding. Someone who chooses the keys can give them all the same home. 56 get in, the others are
     * strays, and what happens to those is a HashMap's business: where even their hash codes are equal
     * ("Aa" and "BB"), it makes a tree of the bin that they share. So the hash needs no secret: the most
     * that an attacker can do with this table is to turn it into a HashMap, after eight looks in vain. Cheap
     * they are not: if all keys have the same tag, too, they compare 56 keys. In a small table, such a miss
     * takes several times what it takes in a HashMap. It takes no longer with more keys.
     *
     * Where it loses. A String that has been hashed before knows its hash code, and a HashMap needs no
     * more to say that it is not there: here it has to be packed first. While everything lies in the
     * processor's caches, that takes longer than all that a HashMap does. A value is another place in
     * memory, which a HashMap's mostly is not: it was made when the key was, and the two lie together.
     * keys() has to make strings that a HashMap has at hand. And keys that are longer, or in an alphabet
     * other than Latin, pay for a look at their chars and go to a HashMap then: all of them lose a little.
     */

    private static final int SLOTS = 7; // in a group

    private static final int REACH = 8; // the groups that a key can be in: its home, and those that follow

    private static final int FIRST_HOMES = 2;

    private static final int MAX_HOMES = (Integer.MAX_VALUE - 8) / (2 * SLOTS) - REACH; // or words is too long

    private static final long EVERY_TAG = 0x0001_0101_0101_0101L; // times a byte: that byte as every tag

    private static final long USED = 0x80 * EVERY_TAG;

    private static final int MAX_OVERFLOW = 0xFF; // a byte cannot count further

    private static final int ABSENT = -1; // neither in the table, nor a stray

    private static final int PERHAPS_STRAY = -2; // not in the table, at least

    private static final int TOO_LARGE = -3; // does not pack: a stray, or absent

    private final Map<String, String> strays = new HashMap<>();

    private int homes; // and then as many groups as the last of them needs to reach
    long[] groups; // not private: the tests count in it
    private long[] words;
    private String[] values;
    private int settled; // in the table

    CompactEngine() {
        allocate(FIRST_HOMES);
    }

    @Override
    public String get(String key) {
        int slot = find(key);
        if (slot >= 0) {
            return values[slot];
        }
        return slot == ABSENT ? null : strays.get(key);
    }

    @Override
    public String put(String key, String value) {
        int slot = find(key);
        if (slot >= 0) {
            String previous = values[slot];
            values[slot] = value;
            return previous;
        }
        if (slot == TOO_LARGE) {
            return strays.put(key, value);
        }
        String previous = slot == ABSENT ? null : strays.replace(key, value);
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
        String removed = slot == ABSENT ? null : strays.remove(key);
        if (removed != null && slot == PERHAPS_STRAY) {
            int home = home(hash(PackedKey.head(key), PackedKey.tail(key)));
            countOverflow(home, home + REACH, -1);
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
        allocate(FIRST_HOMES);
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

    /// Returns the slot that a key is in, otherwise [#ABSENT], [#PERHAPS_STRAY] or [#TOO_LARGE].
    private int find(String key) {
        if (!PackedKey.fits(key)) {
            return TOO_LARGE;
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
        return PERHAPS_STRAY;
    }

    /// Returns the slot of this group that a key is in, otherwise [#ABSENT].
    private int findIn(int group, long head, long tail, long hash) {
        long candidates = equalTags(groups[group], tag(hash));
        while (candidates != 0) {
            int slot = SLOTS * group + firstByte(candidates);
            if (words[2 * slot] == head && words[2 * slot + 1] == tail) {
                return slot;
            }
            candidates &= candidates - 1; // without the first
        }
        return ABSENT;
    }

    private void insert(String key, String value) {
        if (settled >= SLOTS * homes / 4 * 3 && homes < MAX_HOMES) {
            grow();
        }
        if (!settle(PackedKey.head(key), PackedKey.tail(key), value)) {
            strays.put(key, value);
        }
    }

    /// Puts a packed key into the first group from its home on that has room, and counts it in those
    /// before. If none has room, all have counted it, and the caller makes it a stray.
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

    private int overflow(int group) {
        return (int) (groups[group] >>> Byte.SIZE * SLOTS);
    }

    /// Changes the count of each group that a key has passed: from its home on, up to another.
    private void countOverflow(int home, int end, long change) {
        for (int group = home; group < end; group++) {
            // Once it is as high as it can be it stays, as it may be too low: a look too many is no harm.
            if (overflow(group) != MAX_OVERFLOW) {
                groups[group] += change << Byte.SIZE * SLOTS;
            }
        }
    }

    /// Returns the upper half of the hash, as a fraction, of the number of homes: so that may be any.
    /// Lemire, "Fast Random Integer Generation in an Interval", ACM TOMACS 29 (2019).
    private int home(long hash) {
        return (int) ((hash >>> 32) * homes >>> 32);
    }

    private static long tag(long hash) {
        return hash >>> 32 & 0x7F | 0x80;
    }

    /// Lets each bit of the key reach each bit of the upper half, which is what home and tag are made of.
    ///
    /// A product carries bits upwards only: the first char, in the highest byte of its word, would change
    /// nothing but the highest byte. So all 128 bits of the product are computed, and the upper half is
    /// folded onto the lower: Wang Yi, "wyhash", and Orson Peters, "foldhash". That reaches every bit, though
    /// not with even odds; one more product carries all of them up to where they count. The factors are odd
    /// and without a pattern: those of [java.util.SplittableRandom].
    static long hash(long head, long tail) {
        long one = head ^ 0x9E37_79B9_7F4A_7C15L;
        long other = tail ^ 0xBF58_476D_1CE4_E5B9L; // never 0: no key is 0xB9 chars long
        long folded = one * other ^ Math.unsignedMultiplyHigh(one, other);
        return folded * 0x94D0_49BB_1331_11EBL;
    }

    /// Returns a 1 at the top of each tag that equals the given one. There may be more above the first, for
    /// a borrow: Warren, "Hacker's Delight", section 6-1.
    private static long equalTags(long group, long tag) {
        long differences = group ^ tag * EVERY_TAG;
        return differences - EVERY_TAG & ~differences & USED;
    }

    private static int firstByte(long topBits) {
        return Long.numberOfTrailingZeros(topBits) >>> 3; // 8 bits a byte
    }
}
