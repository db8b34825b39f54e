/// Figures on speed and memory: each stands in a results file.
package dev.minikv.checks.figure;
