package dev.minikv.step05.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TickerTest {

    private final List<String> screen = new CopyOnWriteArrayList<>();
    private final Ticker ticker = new Ticker("saving a.csv", screen::add);

    @Test
    void each_tick_takes_the_place_of_the_one_before_and_the_end_wipes_the_line() {
        ticker.run();
        ticker.run();
        ticker.close();

        assertThat(screen).containsExactly("\rsaving a.csv: 1 s", "\rsaving a.csv: 2 s", "\r\033[K");
    }

    @Test
    void what_is_done_at_once_shows_nothing() {
        ticker.close();

        assertThat(screen).isEmpty();
    }

    @Test
    void after_the_end_it_shows_nothing_more() {
        ticker.close();
        ticker.run();

        assertThat(screen).isEmpty();
    }
}
