package dev.minikv.workbook.words;

import dev.minikv.workbook.WorkbookException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Words for what goes wrong on this machine: the JDK has only types for some of it.
public final class Failures {

    private Failures() {}

    /// Returns a failure as a sentence, with the file that it is about and, where there is something, what to
    /// do.
    public static String sentence(Exception failure) {
        return switch (failure) {
            case WorkbookException worded -> worded.getMessage();
            case UncheckedIOException wrapped -> sentence(wrapped.getCause());
            case AccessDeniedException denied ->
                denied.getFile() + ": permission denied; look at its permissions, and at those of its folder";
            case FileSystemException about when about.getFile() != null -> about.getFile() + ": " + reason(about);
            case IOException other -> reason(other);
            default -> failure.toString(); // a fault of this program, whose type is of use to its authors
        };
    }

    /// Returns why a file could not be read or written, without its name.
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "there is no such file";
            case FileAlreadyExistsException _ -> "there is such a file already";
            case NotDirectoryException _ -> "this is not a folder";
            case DirectoryNotEmptyException _ -> "there is a folder in its place, which is not empty";
            case FileSystemException about when about.getReason() != null -> about.getReason();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
