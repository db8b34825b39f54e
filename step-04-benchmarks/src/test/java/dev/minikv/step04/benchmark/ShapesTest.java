package dev.minikv.step04.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

/// Checks that each shape looks as its name says, and that each number has a key of its own.
class ShapesTest {

    private static final int LAST = 1_999_999;

    @Test
    void each_shape_looks_like_its_example() throws NoSuchFieldException {
        assertThat(names().map(name -> name + " " + Shapes.of(name).apply(1) + " "
                        + Shapes.of(name).apply(LAST)))
                .containsExactly(
                        "number user:1 user:1999999",
                        "padded order:0000001 order:1999999",
                        "prefix account:0000001 account:1999999",
                        "hex 00000001 001e847f",
                        "pairs ba:user:aa BH:user:lo",
                        "ends b:ordersaaa B:ordersHlo",
                        "starts baaa:name BHlo:name",
                        "date 1970-01-02 7445-10-24",
                        "time 20260101000001 20260124033319",
                        "address 10.0.0.1 10.30.132.127",
                        "words fig-0 plum-249999",
                        "accents café:1 café:1999999",
                        "sixteen customer:0000001 customer:1999999",
                        "uuid 9e3779b9-7f4a-7c15-bf58-476d1ce4e5b9 5c05f363-1864-626b-d069-14da47af5ac7",
                        "cyrillic ключ:1 ключ:1999999",
                        "emoji 🔑:1 🔑:1999999");
    }

    @ParameterizedTest
    @MethodSource("names")
    void no_two_numbers_have_the_same_key(String name) {
        IntFunction<String> shape = Shapes.of(name);

        List<String> keys = IntStream.rangeClosed(0, LAST)
                .filter(i -> i % 20 == 0 || i < 20_000)
                .mapToObj(shape)
                .toList();

        assertThat(Set.copyOf(keys)).hasSameSizeAs(keys);
    }

    @Test
    void an_unknown_name_is_refused() {
        assertThatThrownBy(() -> Shapes.of("square")).hasMessage("there is no shape square");
    }

    static Stream<String> names() throws NoSuchFieldException {
        return Arrays.stream(ShapesBenchmark.Filled.class
                .getDeclaredField("shape")
                .getAnnotation(Param.class)
                .value());
    }
}
