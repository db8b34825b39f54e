package dev.minikv.step07.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;

/// A way to write the entries of a store as bytes, and to read them again.
///
/// It knows neither files nor disks, and the same entries in the same order give the same bytes, always.
public interface Format {

    /// Returns the word for the format in commands, which is also how names of such files end.
    String name();

    /// Returns whether bytes begin as this format does, or as far as there are any.
    boolean recognizes(byte[] bytes);

    /// Returns whether each entry has a checksum of its own. If so, what is left of a damaged file is proven.
    default boolean provesEntries() {
        return false;
    }

    /// Writes entries.
    ///
    /// @param out need not be buffered, and is not closed
    /// @throws java.nio.charset.CharacterCodingException if the format cannot hold a text that is not
    ///     [well-formed][Utf8#isWellFormed]; some entries may be written then
    /// @throws IOException if the output throws it
    void encode(Collection<Entry<String, String>> entries, OutputStream out) throws IOException;

    /// Reads entries. Any bytes give an answer, in memory and time proportional to their number.
    Decoded decode(byte[] bytes);

    /// What could be read.
    ///
    /// @param entries all entries if nothing is damaged; otherwise those that the format can vouch for,
    ///     or, if it cannot for any, those that read well. Of several with one key, the last counts
    /// @param damages what is wrong, in the order of the bytes
    record Decoded(List<Entry<String, String>> entries, List<Damage> damages) {}
}
