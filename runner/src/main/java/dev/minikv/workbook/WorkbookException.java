package dev.minikv.workbook;

/// A failure of the workbook that one sentence reports: its own files are not as they must be, what a
/// user has named is not there or is something else, or the machine does not do what it is asked for.
///
/// Wrong use of a command is none of these. Whoever throws it has the words; `./workbook` prints them and
/// ends with exit code 1.
public final class WorkbookException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Creates the exception with what is wrong, and where: a sentence without its full stop.
    public WorkbookException(String message) {
        super(message);
    }
}
