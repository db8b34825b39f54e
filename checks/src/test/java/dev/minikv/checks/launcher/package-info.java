/// Tests of the launcher, `workbook`, each in a copy of the files that it needs.
package dev.minikv.checks.launcher;
