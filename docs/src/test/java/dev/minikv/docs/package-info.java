/// What all tests of this module share: where the project is, and how to run a program.
///
/// [dev.minikv.docs.Project] finds the project's root; [dev.minikv.docs.Run] runs a program to its
/// end. The tests of the pages live in `pages`, those of the launcher in `launcher`, and those of
/// step 01's program in `step01`. A step's own tests are run for the pages by what is in `trial`.
package dev.minikv.docs;
