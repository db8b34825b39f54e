package dev.minikv.checks.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// A picture that was drawn by hand: boxes, lines and texts, in the order in which they are painted.
///
/// A reader may have any font, and a light screen or a dark one. So this class looks for texts that leave
/// their box, run into another text or are crossed by a line, even in the widest font, and for texts that
/// are too small or too pale. It reports what it does not understand, instead of guessing.
final class Drawing {

    private static final int MAX_BYTES = 12_000;
    private static final int MIN_SIZE = 13;
    private static final double MIN_CONTRAST = 4.5; // WCAG 2.2, success criterion 1.4.3
    private static final double MIN_CONTRAST_OF_LINES = 3; // criterion 1.4.11

    private static final boolean[] SCREENS = {false, true}; // light and dark

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "rect", Set.of("class", "x", "y", "width", "height", "rx"),
            "text", Set.of("class", "x", "y", "text-anchor"),
            "path", Set.of("class", "d"));
    private static final Set<String> NOT_PAINTED = Set.of("title", "desc", "style", "defs");
    private static final Pattern PATH = Pattern.compile("(?:[ML]-?[\\d.]+ -?[\\d.]+|[HV]-?[\\d.]+|Z)+");
    private static final Pattern STEP = Pattern.compile("([MLHVZ])([-\\d. ]*)");

    private record Box(int order, Rectangle2D area, String classes) {}

    private record Words(int order, Rectangle2D area, String classes, String text) {}

    private record Stroke(int order, Line2D line) {}

    private final List<Box> boxes = new ArrayList<>();
    private final List<Words> texts = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private final Set<String> problems = new TreeSet<>();
    private final Style style;

    /// Returns what is wrong with a picture, given the text of its file.
    static List<String> problems(String svg) {
        try {
            return List.copyOf(new Drawing(svg).problems);
        } catch (SAXException e) {
            return List.of("it is not well formed: " + e.getMessage());
        }
    }

    private Drawing(String svg) throws SAXException {
        Element root = parse(svg);
        style = new Style(text(root, "style"));
        problems.addAll(style.problems());
        if (svg.getBytes(UTF_8).length > MAX_BYTES) {
            problems.add("it has more than " + MAX_BYTES + " bytes");
        }
        for (String words : List.of("title", "desc")) {
            if (text(root, words).isBlank()) {
                problems.add("it has no <" + words + ">");
            }
        }
        String size = root.getAttribute("width") + " " + root.getAttribute("height");
        if (!root.getAttribute("viewBox").equals("0 0 " + size)) {
            problems.add("its viewBox is not its size: " + size);
        }
        NodeList shapes = root.getChildNodes();
        for (int order = 0; order < shapes.getLength(); order++) {
            if (shapes.item(order) instanceof Element shape && !NOT_PAINTED.contains(shape.getTagName())) {
                add(order, shape);
            }
        }
        if (boxes.isEmpty() || !boxes.getFirst().area.equals(rectangle(root))) {
            problems.add("its first shape is not a ground of its size");
        } else {
            texts.forEach(this::look);
        }
    }

    private static Element parse(String svg) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // the default one prints
            return builder.parse(new ByteArrayInputStream(svg.getBytes(UTF_8))).getDocumentElement();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Element root, String name) {
        Node first = root.getElementsByTagName(name).item(0);
        return first == null ? "" : first.getTextContent();
    }

    private void add(int order, Element shape) {
        if (!isKnown(shape)) {
            return;
        }
        String classes = shape.getAttribute("class");
        lookAtOutline(shape.getTagName(), classes);
        switch (shape.getTagName()) {
            case "rect" -> boxes.add(new Box(order, rectangle(shape), classes));
            case "text" -> texts.add(new Words(order, area(shape), classes, shape.getTextContent()));
            default -> addStrokes(order, shape.getAttribute("d"));
        }
    }

    private boolean isKnown(Element shape) {
        String path = shape.getAttribute("d");
        Set<String> known = KNOWN.getOrDefault(shape.getTagName(), Set.of());
        List<String> unknown = IntStream.range(0, shape.getAttributes().getLength())
                .mapToObj(i -> shape.getAttributes().item(i).getNodeName())
                .filter(name -> !known.contains(name))
                .toList();
        boolean hasParts = shape.getElementsByTagName("*").getLength() > 0;
        if (unknown.isEmpty()
                && !hasParts
                && (path.isEmpty() || PATH.matcher(path).matches())) {
            return true;
        }
        problems.add("not understood: <%s> %s%s".formatted(shape.getTagName(), path, unknown));
        return false;
    }

    private static double number(Element shape, String name) {
        return shape.hasAttribute(name) ? Double.parseDouble(shape.getAttribute(name)) : 0;
    }

    private static Rectangle2D rectangle(Element shape) {
        return new Rectangle2D.Double(
                number(shape, "x"), number(shape, "y"), number(shape, "width"), number(shape, "height"));
    }

    /// Returns the area of a text, from the top of high letters to the bottom of low ones.
    private Rectangle2D area(Element text) {
        Font font = style.font(text.getAttribute("class"));
        double width = font.width(text.getTextContent());
        double before = switch (text.getAttribute("text-anchor")) {
            case "middle" -> width / 2;
            case "end" -> width;
            default -> 0;
        };
        return new Rectangle2D.Double(
                number(text, "x") - before, number(text, "y") - 0.8 * font.size(), width, 1.05 * font.size());
    }

    private void addStrokes(int order, String path) {
        double[] start = {0, 0};
        double[] at = start;
        for (MatchResult step : STEP.matcher(path).results().toList()) {
            double[] numbers = Pattern.compile(" ")
                    .splitAsStream(step.group(2))
                    .filter(number -> !number.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] to = switch (step.group(1)) {
                case "H" -> new double[] {numbers[0], at[1]};
                case "V" -> new double[] {at[0], numbers[0]};
                case "Z" -> start;
                default -> numbers;
            };
            if (step.group(1).equals("M")) {
                start = to;
            } else {
                strokes.add(new Stroke(order, new Line2D.Double(at[0], at[1], to[0], to[1])));
            }
            at = to;
        }
    }

    /// Looks at a text, and at everything that is painted after the box that it is in.
    private void look(Words words) {
        Box ground = boxes.stream()
                .filter(box -> box.order < words.order && box.area.contains(words.area))
                .reduce((_, last) -> last)
                .orElse(null);
        if (ground == null) {
            found(words, "leaves the frame");
            return;
        }
        if (style.font(words.classes).size() < MIN_SIZE) {
            found(words, "is smaller than " + MIN_SIZE);
        }
        if (boxes.stream().anyMatch(box -> box.order > ground.order && box.area.intersects(words.area))) {
            found(words, "does not fit its box, or lies under another");
        }
        if (strokes.stream().anyMatch(stroke -> stroke.order > ground.order && stroke.line.intersects(words.area))) {
            found(words, "is crossed by a line");
        }
        texts.stream()
                .filter(other -> other.order > words.order && other.area.intersects(words.area))
                .forEach(other -> found(words, "runs into '" + other.text + "'"));
        for (boolean dark : SCREENS) {
            String ink = style.value("fill", "text", words.classes, dark);
            String paper = style.value("fill", "rect", ground.classes, dark);
            if (contrast(ink, paper) < MIN_CONTRAST) {
                found(words, "is hard to read on a %s screen: %s on %s".formatted(name(dark), ink, paper));
            }
        }
    }

    /// Lines are seen against the ground of the picture.
    private void lookAtOutline(String element, String classes) {
        for (boolean dark : SCREENS) {
            String ink = style.value("stroke", element, classes, dark);
            String paper = style.value("fill", "rect", boxes.isEmpty() ? classes : boxes.getFirst().classes, dark);
            if (!ink.isEmpty() && contrast(ink, paper) < MIN_CONTRAST_OF_LINES) {
                problems.add("%s is hard to see on a %s screen: %s on %s".formatted(classes, name(dark), ink, paper));
            }
        }
    }

    private static String name(boolean dark) {
        return dark ? "dark" : "light";
    }

    private void found(Words words, String what) {
        problems.add("the text '" + words.text + "' " + what);
    }

    /// Returns the ratio of luminances, from 1 to 21, as WCAG defines it; 0 if one of them is not a plain
    /// colour.
    private static double contrast(String one, String other) {
        if (!one.matches("#[0-9a-f]{6}") || !other.matches("#[0-9a-f]{6}")) {
            return 0;
        }
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] shares = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i -> {
                    double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
                    return shares[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
                })
                .sum();
    }
}
