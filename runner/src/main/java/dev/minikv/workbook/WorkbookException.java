package dev.minikv.workbook;

/// A failure that one sentence reports: a file of the workbook is missing or malformed, a file that the
/// user named is missing or of another kind, or the machine cannot do what it is asked to do.
///
/// Wrong use of a command is not reported this way. The code that throws the exception writes the sentence;
/// `./workbook` prints it and ends with exit code 1.
public final class WorkbookException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Creates the exception with what is wrong, and where: a sentence without its full stop.
    public WorkbookException(String message) {
        super(message);
    }
}
