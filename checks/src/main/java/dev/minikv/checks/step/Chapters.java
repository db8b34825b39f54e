package dev.minikv.checks.step;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Checks that each page of a chapter can be read in one go: it opens with a picture, has at least one more,
/// and is not too long, its tables included.
public final class Chapters implements Check<Page> {

    private static final int MAX_WORDS = 6_000;
    private static final int MIN_PICTURES = 2;

    private static final Pattern TITLE_AND_PICTURE = Pattern.compile("# [^\n]+\n\n!\\[[^]]+]\\(pictures/");
    private static final Pattern WORD = Pattern.compile("\\S+");

    @Override
    public List<Page> statements(Page page) {
        return Steps.number(page) > 0 ? List.of(page) : List.of();
    }

    @Override
    public List<Problem> problems(Page page, Page chapter) {
        var problems = new ArrayList<Problem>();
        if (!TITLE_AND_PICTURE.matcher(chapter.text()).lookingAt()) {
            problems.add(new Problem(
                    1, "the page does not open with a picture", "a title, then a picture", "something else"));
        }
        long pictures = chapter.images().stream()
                .filter(image -> image.target().startsWith("pictures/"))
                .count();
        if (pictures < MIN_PICTURES) {
            problems.add(new Problem(1, "the page has too few pictures", "at least " + MIN_PICTURES, "" + pictures));
        }
        long words = WORD.matcher(chapter.text()).results().count();
        if (words > MAX_WORDS) {
            problems.add(new Problem(1, "the page is too long", "at most %s words".formatted(MAX_WORDS), "" + words));
        }
        return problems;
    }
}
