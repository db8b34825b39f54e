/// Classes that break the rules of the house on purpose: `ArchitectureTest` uses them to prove that
/// each rule can fail. No other code uses them.
package dev.minikv.step07.offenders;
