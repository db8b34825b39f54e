package dev.minikv.workbook.port;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Two changes of one text, merged line by line as git does it for branches. Changes that touch are a
/// conflict, unless they are the same.
///
/// @param lines the merged text; without meaning if there are conflicts
/// @param conflicts the lines, from 1 and in our text, that both have changed differently
record ThreeWayMerge(List<String> lines, Set<Integer> conflicts) {

    static ThreeWayMerge of(List<String> ours, List<String> base, List<String> theirs) {
        var merge = new ThreeWayMerge(new ArrayList<>(ours), new TreeSet<>());
        List<AbstractDelta<String>> ownChanges = DiffUtils.diff(base, ours).getDeltas();
        // From the end, so that the lines before a change are where they were in our text.
        for (AbstractDelta<String> change :
                DiffUtils.diff(base, theirs).getDeltas().reversed()) {
            List<AbstractDelta<String>> touched = ownChanges.stream()
                    .filter(own -> touch(own.getSource(), change.getSource()))
                    .toList();
            if (touched.isEmpty()) {
                merge.apply(change, ownChanges);
            } else if (touched.stream().anyMatch(own -> !isSame(own, change))) {
                touched.forEach(
                        own -> merge.conflicts.add(Math.min(own.getTarget().getPosition() + 1, ours.size())));
            }
        }
        return merge;
    }

    private static boolean touch(Chunk<String> one, Chunk<String> other) {
        return one.getPosition() <= other.getPosition() + other.size()
                && other.getPosition() <= one.getPosition() + one.size();
    }

    private static boolean isSame(AbstractDelta<String> one, AbstractDelta<String> other) {
        return one.getSource().equals(other.getSource())
                && one.getTarget().getLines().equals(other.getTarget().getLines());
    }

    private void apply(AbstractDelta<String> change, List<AbstractDelta<String>> ownChanges) {
        Chunk<String> before = change.getSource();
        int moved = ownChanges.stream()
                .filter(own -> own.getSource().getPosition() < before.getPosition())
                .mapToInt(own -> own.getTarget().size() - own.getSource().size())
                .sum();
        int place = before.getPosition() + moved;
        List<String> replaced = lines.subList(place, place + before.size());
        replaced.clear();
        replaced.addAll(change.getTarget().getLines());
    }
}
