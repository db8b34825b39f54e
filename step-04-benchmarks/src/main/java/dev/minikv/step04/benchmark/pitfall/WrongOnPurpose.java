package dev.minikv.step04.benchmark.pitfall;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a benchmark whose number does not mean what it seems to mean: an example of what to avoid.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface WrongOnPurpose {

    /// Returns what is wrong with it.
    String value();
}
