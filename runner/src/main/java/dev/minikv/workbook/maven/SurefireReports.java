package dev.minikv.workbook.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The reports that Surefire writes, one file for each test class.
///
/// @param folder where they are written
/// @param classes the classes whose reports are wanted
record SurefireReports(Path folder, List<TestClass> classes) {

    /// What the reports say.
    record Read(List<TestResult> results, double seconds) {}

    /// Removes the reports of earlier runs, so that a run that does not come to its tests has none.
    void deleteOld() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    Read read() throws IOException {
        var results = new ArrayList<TestResult>();
        double seconds = 0;
        for (Path file : files()) {
            Element suite = parsed(file);
            seconds += Double.parseDouble(suite.getAttribute("time").replace(",", ""));
            for (Element test : children(suite, "testcase")) {
                results.add(result(test));
            }
        }
        return new Read(results, seconds);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> classes.stream()
                            .anyMatch(each -> isOf(each, file.getFileName().toString())))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOf(TestClass each, String file) {
        return file.equals("TEST-" + each.name() + ".xml") || file.startsWith("TEST-" + each.name() + "$");
    }

    private static TestResult result(Element test) {
        List<Element> failures = new ArrayList<>(children(test, "failure"));
        failures.addAll(children(test, "error"));
        TestResult.State state = !failures.isEmpty()
                ? TestResult.State.FAILED
                : children(test, "skipped").isEmpty() ? TestResult.State.PASSED : TestResult.State.SKIPPED;
        String details = failures.isEmpty() ? "" : failures.getFirst().getTextContent();
        return TestResult.of(test.getAttribute("classname"), test.getAttribute("name"), state, details);
    }

    private static Element parsed(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(input)
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not a report of Surefire: " + e.getMessage(), e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        var children = new ArrayList<Element>();
        for (int index = 0; index < nodes.getLength(); index++) {
            children.add((Element) nodes.item(index));
        }
        return children;
    }
}
