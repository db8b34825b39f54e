package dev.minikv.workbook.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The outcome of one test.
///
/// @param name its class, with nested ones, and its method, in words for people; only the class if that
///     failed as a whole
/// @param failure the lines of its message if it failed; otherwise nothing
/// @param place where it failed, such as ModelTest.java:22, if that is known
public record TestResult(String name, State state, List<String> failure, Optional<String> place) {

    /// How a test ended.
    public enum State {
        /// As it should.
        PASSED,
        /// In an assertion or in another exception.
        FAILED,
        /// It was not run.
        SKIPPED
    }

    private static final Pattern STACK = Pattern.compile("^\\s+at .*", Pattern.MULTILINE);
    private static final Pattern OWN_PLACE = Pattern.compile("\\bat dev\\.minikv\\.[^(]*\\((\\w+\\.java:\\d+)\\)");

    /// Reads Surefire's report on a test class.
    static Element suite(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " is not a report of Surefire: " + e.getMessage(), e);
        }
    }

    /// Returns the results in a report.
    static List<TestResult> of(Element suite) {
        return elements(suite, "testcase").map(TestResult::ofOne).toList();
    }

    private static TestResult ofOne(Element test) {
        Optional<Element> failure = Stream.of("failure", "error")
                .flatMap(kind -> elements(test, kind))
                .findFirst();
        boolean isSkipped = elements(test, "skipped").findAny().isPresent();
        State state = failure.isPresent() ? State.FAILED : isSkipped ? State.SKIPPED : State.PASSED;
        String details = failure.map(Element::getTextContent).orElse("");
        Matcher place = OWN_PLACE.matcher(details);
        return new TestResult(
                name(test.getAttribute("classname"), test.getAttribute("name")),
                state,
                message(details),
                place.find() ? Optional.of(place.group(1)) : Optional.empty());
    }

    /// Returns a name for people.
    ///
    /// @param className such as dev.minikv.step02.store.ContractTest$ForLogStore
    /// @param method such as a_session_shows_its_transcript(String)[3]
    private static String name(String className, String method) {
        String simple = className.substring(className.lastIndexOf('.') + 1).replace("$", ", ");
        String test = method.replaceFirst("\\([^)]*\\)", "").replaceFirst("\\[", " [");
        return (test.isEmpty() ? simple : simple + ": " + test).replace('_', ' ');
    }

    /// An assertion speaks for itself; with any other exception, the type matters, too.
    private static List<String> message(String details) {
        String message = STACK.matcher(details)
                .replaceAll("")
                .replaceFirst("^(java\\.lang|org\\.opentest4j)\\.Assertion(Failed)?Error: ?", "");
        return message.strip().lines().toList();
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(index -> (Element) nodes.item(index));
    }
}
