package dev.minikv.checks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What every check must do: pass this project's own pages, without overlooking anything on them.
///
/// The test class of a check implements this interface, and adds what the check reports about false pages.
public interface CheckContract {

    /// Returns the check of pages against this project.
    Check<?> check() throws Exception;

    /// Returns how many statements there are to check in a page's text, by a plain search.
    ///
    /// The search does not use the Markdown parser on purpose: if a stray HTML tag hides a block from the
    /// parser, the check overlooks the block and finds no problem in it.
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

        assertThat(problems).as("false statements on the pages").isEmpty();
        assertThat(checked).as("checked on each page, against a plain count").isEqualTo(counted);
        assertThat(checked.values()).as("pages with something to check").anyMatch(n -> n > 0);
    }

    /// Returns the number of matches of a regular expression in a text, where `^` is the start of a line.
    static long count(String regex, String text) {
        return Pattern.compile(regex, Pattern.MULTILINE).matcher(text).results().count();
    }

    /// Returns the problems that a check has with a page `page.md` of this text.
    static List<String> problems(Check<?> check, String text) throws Exception {
        return check.check(new Page("page.md", text)).problems();
    }
}
