package dev.minikv.step04.store;

/// The outcome of something that may fail in a way its caller has to deal with: a value, or an error.
///
/// A caller gets at the value only by a `switch` or an `instanceof`, and so past the error.
///
/// @param <T> the type of the value
/// @param <E> the type of the error
public sealed interface Result<T, E> {

    /// It worked.
    ///
    /// @param value the result
    record Success<T, E>(T value) implements Result<T, E> {}

    /// It did not work, and nothing was changed.
    ///
    /// @param error why not: data, without any wording
    record Failure<T, E>(E error) implements Result<T, E> {}
}
