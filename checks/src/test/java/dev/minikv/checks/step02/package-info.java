/// Holds step 02 to what its chapter promises: it prints what step 01 prints, but for one line.
package dev.minikv.checks.step02;
