package dev.minikv.checks.page;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The anchors that GitHub gives to headings, so that a link can lead to one: `#run-it`.
final class Anchors {

    private Anchors() {}

    /// Returns the anchors of a page's headings, in their order.
    ///
    /// If headings have the same words, all but the first get a number: `-1`, `-2`.
    static Set<String> of(List<String> headings) {
        var anchors = new LinkedHashSet<String>();
        Map<String, Integer> uses = new HashMap<>();
        for (String heading : headings) {
            String anchor = anchor(heading);
            int before = uses.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        return anchors;
    }

    /// Keeps letters with their marks, digits, `_` and `-`; a space becomes a `-`.
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}\\p{Pc}\\- ]", "")
                .replace(' ', '-');
    }
}
