package dev.minikv.step06.log;

import java.util.regex.Pattern;

/// Mistakes in the code of the log, each planted into a copy of one of its files, and [#NONE].
enum LogMistake {
    /// No mistake.
    NONE("log/Log.java"),

    /// Makes a change in memory, and then logs it.
    APPLIES_FIRST(
            "log/LoggedStore.java", """
                    try {
                        log.append(""", """
                    T answer = apply.get();
                    try {
                        log.append(""", "return new Success<>(apply.get());", "return new Success<>(answer);"),

    /// Never forces a record.
    NO_FORCE("log/Log.java", "if (unforced > 0) {", "if (unforced < 0) {"),

    /// Forces the log, and then writes the record.
    FORCES_TOO_EARLY("log/Log.java", """
                    byte[] frame = Frame.encode(sequence + 1, unforced, record);
            """, """
                    if (thenForce) {
                        force();
                    }
                    byte[] frame = Frame.encode(sequence + 1, unforced, record);
            """, """
                    unforced++;
                    if (thenForce) {
            """, """
                    unforced++;
                    if (false) {
            """),

    /// Forces what was set, and not what was deleted.
    FORCES_ONLY_SETS("log/Log.java", """
                    unforced++;
                    if (thenForce) {
            """, """
                    unforced++;
                    if (thenForce && record instanceof LogRecord.Put) {
            """),

    /// Removes a key in memory, and logs nothing.
    FORGETS_TO_LOG_DELETES(
            "log/LoggedStore.java",
            "? change(new LogRecord.Delete(key), () -> memory.delete(key))",
            "? new Success<>(memory.delete(key))"),

    /// Logs each entry of a batch in a record of its own.
    CUTS_BATCHES("log/LoggedStore.java", """
                    return change(record, () -> {
                        memory.apply(record);
                        return memory.store().count().value() - before;
                    });
            """, """
                    Result<Integer, StoreError> answer = new Success<>(0);
                    for (Entry<String, String> entry : entries) {
                        answer = change(new LogRecord.Put(List.of(entry)), () -> {
                            memory.put(entry.getKey(), entry.getValue());
                            return memory.store().count().value() - before;
                        });
                        if (answer instanceof Failure) {
                            return answer;
                        }
                    }
                    return answer;
            """),

    /// Goes on if a force fails.
    IGNORES_FAILED_FORCE("log/Log.java", """
                        broken = e;
                        throw e;
            """, ""),

    /// Forces again if a force fails, and believes it.
    REPEATS_FAILED_FORCE("log/Log.java", """
                        broken = e;
                        throw e;
            """, """
                        file.force();
            """),

    /// Refuses the change whose force has failed, and takes the next one.
    GOES_ON_AFTER_FAILED_FORCE("log/Log.java", """
                        broken = e;
                        throw e;
            """, """
                        throw e;
            """),

    /// Leaves what a failed write has written, and appends to it.
    LEAVES_FAILED_WRITE("log/Log.java", """
                        takeBack(e);
            """, ""),

    /// Does not force a truncation.
    TRUNCATES_WITHOUT_FORCE("log/Log.java", """
                        forceFile(); // or a power cut may bring it back
            """, ""),

    /// Counts a record that could not be written.
    COUNTS_REFUSED_RECORDS("log/Log.java", """
                        takeBack(e);
            """, """
                        takeBack(e);
                        sequence++;
            """),

    /// Does not force a segment when the next one is begun.
    NO_FORCE_BETWEEN_SEGMENTS("log/Log.java", """
                    force();
                    file.close();
            """, """
                    file.close();
            """),

    /// Says in each record that all before it are forced.
    CLAIMS_TOO_MUCH("log/Log.java", """
                    byte[] frame = Frame.encode(sequence + 1, unforced, record);
            """, """
                    byte[] frame = Frame.encode(sequence + 1, 0, record);
            """),

    /// Does not compare the checksum.
    NO_CHECKSUM("log/Frame.java", "if (checksum != checksum(bytes, offset + 4, end)) {", "if (checksum == -1) {"),

    /// Does not compare the number of a record.
    NO_SEQUENCE("log/Recovery.java", " && frame.get().sequence() == sequence + 1) {", ") {"),

    /// Takes every damage for a torn tail.
    CUTS_DAMAGE("log/Recovery.java", "frame.sequence() - frame.unforced() > missing", "false"),

    /// Takes every record after a hole for a sign of damage.
    REFUSES_HOLES("log/Recovery.java", "frame.sequence() - frame.unforced() > missing", "frame.sequence() > missing"),

    /// Skips a torn tail, and appends after it.
    SKIPS_TAIL("log/Recovery.java", "at == segment.length ? segment : Arrays.copyOf(segment, at);", "segment;"),

    /// Takes what can be read after a crash for what is on the disk.
    TRUSTS_WHAT_IT_READS("log/Recovery.java", """
                    // Written again and not only cut""", """
                    if (cutBytes == 0 && records > 0) {
                        OpenFile next = folder.beginSegment(lastSegment + 1);
                        return new Log(folder, maxBytes, next, lastSegment + 1, bytes, LogFolder.HEADER.length, sequence);
                    }
                    // Written again and not only cut"""),

    /// Takes a snapshot for whole, wherever it ends.
    TRUSTS_SNAPSHOTS("log/Recovery.java", """
                                lost++;
                                damage(file, offset);
            """, ""),

    /// Writes a snapshot without entries.
    COMPACTS_TO_NOTHING("log/LoggedStore.java", "covered, copy.entries())", "covered, List.of())"),

    /// Deletes the segments, and then writes the snapshot of them.
    DELETES_FIRST("log/LoggedStore.java", """
                        Snapshot.create(""", """
                        for (int number : folder.segments()) {
                            if (number < next) {
                                disk.delete(folder.segment(number));
                            }
                        }
                        Snapshot.create("""),

    /// Deletes the segments before the snapshot's name is forced.
    DELETES_TOO_EARLY("disk/Replacement.java", """
                        disk.rename(fresh, file);
            """, """
                        disk.rename(fresh, file);
                        String renamed = file.getFileName().toString();
                        if (renamed.startsWith("snapshot-")) {
                            for (String name : disk.list(file.getParent())) {
                                if (name.startsWith("log-") && name.substring(4).compareTo(renamed.substring(9)) < 0) {
                                    disk.delete(file.resolveSibling(name));
                                }
                            }
                        }
            """),

    /// Deletes the segment that is being written too.
    DELETES_TOO_MUCH(
            "log/LogFolder.java",
            "number < snapshots.getLast()",
            "number < snapshots.getLast() + (start.equals(SEGMENT) ? 1 : 0)"),

    /// Writes a new file under its final name.
    WRITES_IN_PLACE("disk/Replacement.java", "Path fresh = beside(file, FRESH);", "Path fresh = file;", """
                        disk.rename(fresh, file);
            """, ""),

    /// Never forces the contents of a new file.
    NO_FORCE_OF_NEW_FILES("disk/Replacement.java", """
                        out.force();
            """, ""),

    /// Forces a new file when it has its name already.
    RENAMES_BEFORE_FORCE("disk/Replacement.java", """
                        out.force();
                        disk.rename(fresh, file);
            """, """
                        disk.rename(fresh, file);
                        out.force();
            """),

    /// Never forces the names in the folder.
    NO_FOLDER_FORCE("disk/Replacement.java", """
                        disk.forceFolder(file.getParent());
            """, ""),

    /// Does not force the name of the folder if it is there.
    FORGETS_THE_FOLDER("disk/SimulatedDisk.java", """
                            change(folder, names -> names.put(folder, this.folder));
                        }
                        forceFolder(folder.getParent());
            """, """
                            change(folder, names -> names.put(folder, this.folder));
                            forceFolder(folder.getParent());
                        }
            """);

    private final String file;
    private final String[] changes;

    /// @param file where the mistake is planted, in the package of the step
    /// @param changes a piece of its text and what replaces it, in turn
    LogMistake(String file, String... changes) {
        this.file = file;
        this.changes = changes;
    }

    String file() {
        return file;
    }

    /// Plants the mistake. Indentation does not matter.
    String plantIn(String source) {
        String planted = withoutIndentation(source);
        for (int i = 0; i < changes.length; i += 2) {
            String old = withoutIndentation(changes[i]);
            if (planted.split(Pattern.quote(old), -1).length != 2) {
                throw new AssertionError(this + ": this is not in " + file + " exactly once:\n" + changes[i]);
            }
            planted = planted.replace(old, changes[i + 1]);
        }
        return planted;
    }

    private static String withoutIndentation(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
