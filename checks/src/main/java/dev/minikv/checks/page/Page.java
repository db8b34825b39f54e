package dev.minikv.checks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A Markdown page: its text, and the parts of it that can be true or false.
///
/// The only class here that knows the Markdown parser.
public final class Page {

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .extensions(List.of(TablesExtension.create()))
            .build();

    private static final Pattern HTML_LINK = Pattern.compile("\\b(?:href|src)=\"([^\"]*)\"");

    private static final Pattern HTML_IMAGE = Pattern.compile("<img\\b[^>]*>");

    private static final Pattern SOURCE = Pattern.compile("\\bsrc=\"([^\"]*)\"");

    private static final Pattern ALTERNATIVE = Pattern.compile("\\balt=\"([^\"]*)\"");

    private static final Pattern ID = Pattern.compile("<a id=\"([^\"]*)\">");

    private static final Pattern NUMBER = Pattern.compile("[\\d.,]+");

    private final String path;
    private final String text;
    private final List<Node> nodes; // the whole tree, in which many checks look for something

    /// Creates a page from its path within the project, with slashes, and its text.
    public Page(String path, String text) {
        this.path = path;
        this.text = text;
        this.nodes = withDescendants(PARSER.parse(text)).toList();
    }

    /// Reads a page from a file of the project.
    public static Page read(Path root, Path file) throws IOException {
        String path = root.relativize(file).toString().replace('\\', '/');
        return new Page(path, Files.readString(file));
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /// Returns the fenced code blocks in any of these languages.
    public List<Fence> fences(String... languages) {
        return nodes(FencedCodeBlock.class)
                .map(this::fence)
                .filter(fence -> List.of(languages).contains(fence.language()))
                .toList();
    }

    public List<Table> tables() {
        return nodes(TableBlock.class).map(Page::table).toList();
    }

    /// Returns the code within sentences, headings and tables.
    public List<Excerpt> inlineCode() {
        return nodes(Code.class).map(code -> excerpt(code, code.getLiteral())).toList();
    }

    /// Returns the passages with text, in their order.
    public List<Passage> passages() {
        return nodes(Node.class)
                .flatMap(node -> switch (node) {
                    case TableBlock block -> cells(block);
                    case FencedCodeBlock block
                    when List.of("text", "").contains(block.getInfo().strip()) ->
                        Stream.of(new Passage(line(block), "", block.getLiteral(), true));
                    case Paragraph _, Heading _ -> Stream.of(new Passage(line(node), "", prose(node), false));
                    case HtmlBlock html
                    when !isComment(html) -> Stream.of(new Passage(line(node), "", prose(node), false));
                    default -> Stream.<Passage>empty();
                })
                .toList();
    }

    private static Stream<Passage> cells(Node table) {
        List<String> heads = table(table).columns();
        return withDescendants(table).filter(TableRow.class::isInstance).flatMap(row -> {
            List<Node> cells = children(row).toList();
            return IntStream.range(0, cells.size())
                    .mapToObj(i -> new Passage(line(row), heads.get(i), prose(cells.get(i)), false));
        });
    }

    private static boolean isComment(HtmlBlock html) {
        String text = html.getLiteral().strip();
        return text.startsWith("<!--") && text.endsWith("-->");
    }

    /// Returns the text of a block on one line, with a ` instead of code that is more than a number.
    private static String prose(Node block) {
        return switch (block) {
            case Text words -> words.getLiteral();
            case Code code -> NUMBER.matcher(code.getLiteral()).matches() ? code.getLiteral() : "`";
            case HtmlBlock html -> html.getLiteral().replaceAll("<[^>]*>", " ").strip();
            case SoftLineBreak _, HardLineBreak _ -> " ";
            default -> {
                String words = children(block).map(Page::prose).collect(Collectors.joining());
                yield block instanceof Link link && link.getDestination().contains("#")
                        ? "[%s](%s%s)".formatted(words, link.getDestination(), title(link))
                        : words;
            }
        };
    }

    private static String title(Link link) {
        return link.getTitle() == null ? "" : " \"" + link.getTitle() + "\"";
    }

    /// Returns the targets of links and images, including those in HTML.
    public List<Excerpt> links() {
        return nodes(Node.class)
                .flatMap(node -> switch (node) {
                    case Link link -> Stream.of(excerpt(link, link.getDestination()));
                    case Image image -> Stream.of(excerpt(image, image.getDestination()));
                    case HtmlInline html -> htmlLinks(html, html.getLiteral());
                    case HtmlBlock html -> htmlLinks(html, html.getLiteral());
                    default -> Stream.<Excerpt>empty();
                })
                .toList();
    }

    /// Returns the images, including those in HTML.
    public List<PageImage> images() {
        return nodes(Node.class)
                .flatMap(node -> switch (node) {
                    case Image image -> Stream.of(new PageImage(line(image), image.getDestination(), words(image)));
                    case HtmlInline html -> htmlImages(html, html.getLiteral());
                    case HtmlBlock html -> htmlImages(html, html.getLiteral());
                    default -> Stream.<PageImage>empty();
                })
                .toList();
    }

    /// Returns the comments that stand alone.
    public List<Excerpt> comments() {
        return nodes(HtmlBlock.class)
                .filter(Page::isComment)
                .map(html -> excerpt(html, html.getLiteral().strip()))
                .toList();
    }

    /// Returns the words of each heading.
    public List<Excerpt> headings() {
        return nodes(Heading.class)
                .map(heading -> excerpt(heading, words(heading)))
                .toList();
    }

    /// Returns the anchors that a link can lead to: those of headings, and ids.
    public Set<String> anchors() {
        Set<String> anchors = Anchors.of(headings().stream().map(Excerpt::text).toList());
        nodes(HtmlInline.class)
                .forEach(html -> ID.matcher(html.getLiteral()).results().forEach(id -> anchors.add(id.group(1))));
        return anchors;
    }

    /// Returns the anchor of the nearest heading above a line, or the empty string.
    public String section(int line) {
        List<Excerpt> headings = headings();
        long above = headings.stream().filter(heading -> heading.line() <= line).count();
        return anchors().stream().limit(above).reduce("", (_, last) -> last);
    }

    private <N extends Node> Stream<N> nodes(Class<N> type) {
        return nodes.stream().filter(type::isInstance).map(type::cast);
    }

    private static Stream<Node> withDescendants(Node node) {
        return Stream.concat(Stream.of(node), children(node).flatMap(Page::withDescendants));
    }

    private static Stream<Node> children(Node node) {
        return Stream.iterate(node.getFirstChild(), Objects::nonNull, Node::getNext);
    }

    private Fence fence(FencedCodeBlock block) {
        String[] info = block.getInfo().strip().split("\\s+", 2);
        List<String> lines = block.getLiteral().lines().toList();
        return new Fence(
                line(block),
                info[0].toLowerCase(Locale.ROOT),
                info.length == 2 ? info[1] : "",
                headingAbove(block),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> new Excerpt(line(block) + 1 + i, lines.get(i)))
                        .toList());
    }

    private String headingAbove(Node node) {
        return headings().stream()
                .filter(heading -> heading.line() < line(node))
                .reduce((_, last) -> last)
                .map(Excerpt::text)
                .orElse("");
    }

    private static Table table(Node block) {
        List<Table.Row> rows = withDescendants(block)
                .filter(TableRow.class::isInstance)
                .map(Page::row)
                .toList();
        List<String> columns =
                rows.getFirst().cells().stream().map(Table.Cell::words).toList();
        return new Table(line(block), columns, rows.subList(1, rows.size()));
    }

    private static Table.Row row(Node row) {
        List<Table.Cell> cells = withDescendants(row)
                .filter(TableCell.class::isInstance)
                .map(Page::cell)
                .toList();
        return new Table.Row(line(row), cells);
    }

    private static Table.Cell cell(Node cell) {
        List<String> code = withDescendants(cell)
                .filter(Code.class::isInstance)
                .map(node -> ((Code) node).getLiteral())
                .toList();
        return new Table.Cell(words(cell), code);
    }

    private static Stream<Excerpt> htmlLinks(Node html, String literal) {
        return HTML_LINK.matcher(literal).results().map(link -> excerpt(html, link.group(1)));
    }

    private static Stream<PageImage> htmlImages(Node html, String literal) {
        return HTML_IMAGE
                .matcher(literal)
                .results()
                .map(image ->
                        new PageImage(line(html), first(SOURCE, image.group()), first(ALTERNATIVE, image.group())));
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse("");
    }

    /// Returns the text of a heading, of a cell or of an image's alternative, without its markup.
    private static String words(Node block) {
        return withDescendants(block)
                .map(node -> switch (node) {
                    case Text words -> words.getLiteral();
                    case Code code -> code.getLiteral();
                    default -> "";
                })
                .collect(Collectors.joining());
    }

    private static Excerpt excerpt(Node node, String text) {
        return new Excerpt(line(node), text);
    }

    private static int line(Node node) {
        return node.getSourceSpans().getFirst().getLineIndex() + 1;
    }
}
