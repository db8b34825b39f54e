/// Classes that break the rules of this module on purpose: a rule that accepts them is not a rule.
package dev.minikv.checks.offenders;
