package dev.minikv.checks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What holds for every check: this project's own pages pass it, and it overlooks nothing on them.
///
/// The test class of a check implements this, and adds what the check says about false pages.
public interface CheckContract {

    /// The check that compares pages with this project.
    Check<?> check() throws Exception;

    /// Returns how many statements there are to check in a page's text, by a plain search.
    ///
    /// It does without the Markdown parser on purpose: a check that overlooks a block, because a
    /// stray HTML tag hides it from the parser, finds no problem in it either.
    long plainCount(String text);

    @Test
    default void every_page_of_the_project_is_true() throws Exception {
        Check<?> check = check();
        var problems = new ArrayList<String>();
        var checked = new TreeMap<String, Long>();
        var counted = new TreeMap<String, Long>();
        for (Page page : Pages.under(Project.root())) {
            Findings findings = check.check(page);
            problems.addAll(findings.problems());
            checked.put(page.path(), (long) findings.checked());
            counted.put(page.path(), plainCount(page.text()));
        }

        assertThat(problems).as("what the pages say and is not so").isEmpty();
        assertThat(checked).as("checked on each page, against a plain count").isEqualTo(counted);
        assertThat(checked.values()).as("pages with something to check").anyMatch(n -> n > 0);
    }

    /// Returns how often a regular expression matches in a text, where `^` is the start of a line.
    static long count(String regex, String text) {
        return Pattern.compile(regex, Pattern.MULTILINE).matcher(text).results().count();
    }

    /// Returns the problems that a check has with a page `page.md` of this text.
    static List<String> problems(Check<?> check, String text) throws Exception {
        return check.check(new Page("page.md", text)).problems();
    }
}
