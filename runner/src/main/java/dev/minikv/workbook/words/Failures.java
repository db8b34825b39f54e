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

/// Sentences for failures on this machine: the JDK has only types for some of them.
public final class Failures {

    private Failures() {}

    /// Returns a failure as a sentence, with the file that it is about and, if possible, what to do.
    public static String sentence(Exception failure) {
        return switch (failure) {
            case WorkbookException worded -> worded.getMessage();
            case UncheckedIOException wrapped -> sentence(wrapped.getCause());
            case AccessDeniedException denied ->
                denied.getFile() + ": permission denied; check its permissions, and those of its folder";
            case FileSystemException about when about.getFile() != null -> about.getFile() + ": " + reason(about);
            case IOException other -> reason(other);
            default -> failure.toString(); // a bug of this program: the type helps its authors
        };
    }

    /// Returns why a file could not be read or written, without its name.
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "there is no such file";
            case FileAlreadyExistsException _ -> "the file already exists";
            case NotDirectoryException _ -> "this is not a folder";
            case DirectoryNotEmptyException _ -> "there is a folder of that name, which is not empty";
            case FileSystemException about when about.getReason() != null -> about.getReason();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
