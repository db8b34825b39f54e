/// A small program that keeps every rule of the house.
package dev.minikv.step02.exercise5.clean;
