package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.NonBlockingReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchCommandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            r       | r
            story   | story
            "r\n"   | r
            "\033[A" | "\033[A"
            """)
    void characters_that_come_at_once_are_one_input(String keys, String typed) throws Exception {
        var rest = keys.substring(1).chars().iterator();

        assertThat(WatchCommand.typed(
                        keys.charAt(0), _ -> rest.hasNext() ? rest.nextInt() : NonBlockingReader.READ_EXPIRED))
                .isEqualTo(typed);
    }
}
