package dev.minikv.step04.exercise4;

import java.util.List;
import java.util.Map;

/// The measurement of one benchmark: one entry of the JSON file that JMH writes.
///
/// @param benchmark the name of the benchmark, such as getHit
/// @param mode the kind of samples: operations per unit of time in mode thrpt; time per operation in
///     any other
///     mode, such as avgt, sample or ss
/// @param params the values of its parameters by their names, such as 1000 by entries; often empty
/// @param unit the unit of the samples, such as ns/op or ops/ms
/// @param forks the samples: one list for each JVM, with one sample for each iteration
public record Measurement(
        String benchmark, String mode, Map<String, String> params, String unit, List<List<Double>> forks) {}
