package dev.minikv.step07.store;

import java.util.function.Function;

/// The outcome of an operation that may fail in a way its caller must handle: a value or an error.
///
/// The caller can reach the value only through a `switch` or an `instanceof`, and so cannot take an error
/// for a value.
///
/// @param <T> the type of the value
/// @param <E> the type of the error
public sealed interface Result<T, E> {

    /// The operation succeeded.
    ///
    /// @param value its result
    record Success<T, E>(T value) implements Result<T, E> {}

    /// The operation failed and changed nothing.
    ///
    /// @param error the reason, as data and not as a message
    record Failure<T, E>(E error) implements Result<T, E> {}

    /// Returns what a function makes of the value, or the same error.
    default <U> Result<U, E> map(Function<T, U> function) {
        return switch (this) {
            case Success(T value) -> new Success<>(function.apply(value));
            case Failure(E error) -> new Failure<>(error);
        };
    }

    /// Returns what a function makes of the value, which may be an error, or the same error.
    default <U> Result<U, E> flatMap(Function<T, Result<U, E>> function) {
        return switch (this) {
            case Success(T value) -> function.apply(value);
            case Failure(E error) -> new Failure<>(error);
        };
    }

    /// Returns the same value, or what a function makes of the error.
    default <F> Result<T, F> mapError(Function<E, F> function) {
        return switch (this) {
            case Success(T value) -> new Success<>(value);
            case Failure(E error) -> new Failure<>(function.apply(error));
        };
    }
}
