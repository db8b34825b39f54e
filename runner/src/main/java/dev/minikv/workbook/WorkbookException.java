package dev.minikv.workbook;

/// Says that the workbook's own files are not as they must be: an author's mistake, not a learner's.
public final class WorkbookException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Creates the exception with what is wrong, and in which file.
    public WorkbookException(String message) {
        super(message);
    }
}
