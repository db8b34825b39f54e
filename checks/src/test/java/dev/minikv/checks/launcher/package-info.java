/// Tests of the launcher, `workbook`, each in a copy of what it needs.
package dev.minikv.checks.launcher;
