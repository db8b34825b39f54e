/// What chapters say of their step: what changed in it, how many tests it has, and what these reach.
package dev.minikv.checks.step;
