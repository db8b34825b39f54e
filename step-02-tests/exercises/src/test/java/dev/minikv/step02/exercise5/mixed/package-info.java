/// Another small program, and among its classes some offenders: each is made to break one rule of
/// the house. Without the offenders, the program keeps every rule.
package dev.minikv.step02.exercise5.mixed;
