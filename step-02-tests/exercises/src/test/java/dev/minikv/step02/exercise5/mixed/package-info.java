/// Another small program, with some offenders among its classes: each breaks one rule of the house on
/// purpose. Without the offenders, the program keeps every rule.
package dev.minikv.step02.exercise5.mixed;
