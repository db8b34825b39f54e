package dev.minikv.step04.exercise4;

import java.util.List;
import java.util.Map;

/// What JMH measured of one benchmark: one entry of the JSON file that it writes.
///
/// @param benchmark its name, such as getHit
/// @param mode what the samples are: thrpt for operations per unit of time; any other mode, such as
///     avgt, sample or ss, for time per operation
/// @param params its parameters by name, such as entries to 1000; often none
/// @param unit the unit of the samples, such as ns/op or ops/ms
/// @param forks the samples: a list for each JVM that was started, and in it one for each iteration
public record Measurement(
        String benchmark, String mode, Map<String, String> params, String unit, List<List<Double>> forks) {}
