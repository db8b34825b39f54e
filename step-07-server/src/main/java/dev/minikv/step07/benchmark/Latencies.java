package dev.minikv.step07.benchmark;

import java.util.Arrays;

/// How often each time was measured. Times that differ by less than 1.6 % are taken for the same, so a million of them
/// take no more room than a hundred.
final class Latencies {

    private static final int BITS = 6; // of a time that are kept, after its first one

    private final long[] counts = new long[(Long.SIZE - BITS) << BITS];
    private long total = 0;

    /// Counts a time, several times.
    void add(long nanos, int howOften) {
        counts[indexOf(Math.max(nanos, 0))] += howOften;
        total += howOften;
    }

    private static int indexOf(long nanos) {
        int shift = Math.max(Long.SIZE - Long.numberOfLeadingZeros(nanos) - BITS - 1, 0);
        return (shift << BITS) + (int) (nanos >> shift);
    }

    /// Returns the time that a share of all times did not exceed, in nanoseconds; 0 if there are none.
    ///
    /// @param share from 0 to 1, such as 0.99
    long percentile(double share) {
        long rank = Math.max((long) Math.ceil(share * total), 1);
        for (int i = 0; i < counts.length; i++) {
            rank -= counts[i];
            if (rank <= 0) {
                int shift = Math.max((i >> BITS) - 1, 0);
                return (long) (i - (shift << BITS)) << shift;
            }
        }
        return 0;
    }

    long total() {
        return total;
    }

    void reset() {
        Arrays.fill(counts, 0);
        total = 0;
    }
}
