package dev.minikv.workbook.catalog;

/// Says that the workbook's own files are not as they must be: an author's mistake, not a learner's.
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Creates the exception with what is wrong, and in which file.
    public CatalogException(String message) {
        super(message);
    }
}
