package dev.minikv.step06.exercise1;

/// A frame of a log, as it was read.
///
/// @param sequence the number of the record
/// @param payload the bytes of the record
/// @param end the offset of the first byte after the frame
public record Frame(long sequence, byte[] payload, int end) {}
