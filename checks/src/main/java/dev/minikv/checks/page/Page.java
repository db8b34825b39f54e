package dev.minikv.checks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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

    private static final Pattern NUMBER = Pattern.compile("[\\d.,]+");

    private final String path;
    private final String text;
    private final Node document;

    /// Creates a page from its path within the project, with slashes, and its text.
    public Page(String path, String text) {
        this.path = path;
        this.text = text;
        this.document = PARSER.parse(text);
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

    /// Returns the blocks that say something.
    public List<Passage> passages() {
        return passages(document, true);
    }

    /// Returns the passages in a block, without its prose if that has been taken with the whole.
    private static List<Passage> passages(Node parent, boolean withProse) {
        var passages = new ArrayList<Passage>();
        String comment = "";
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HtmlBlock html && isComment(html)) {
                comment = html.getLiteral();
                continue;
            }
            switch (node) {
                case TableBlock block ->
                    passages.add(new Passage(line(block), comment, "", Optional.of(table(block)), false));
                case FencedCodeBlock block -> {
                    if (List.of("text", "").contains(block.getInfo().strip())) {
                        passages.add(new Passage(line(block), comment, block.getLiteral(), Optional.empty(), true));
                    }
                }
                case Paragraph _, Heading _, HtmlBlock _ -> {
                    if (withProse) {
                        passages.add(new Passage(line(node), comment, prose(node), Optional.empty(), false));
                    }
                }
                default -> {
                    boolean asAWhole = withProse && !comment.isEmpty();
                    if (asAWhole) {
                        passages.add(new Passage(line(node), comment, prose(node), Optional.empty(), false));
                    }
                    passages.addAll(passages(node, withProse && !asAWhole));
                }
            }
            comment = "";
        }
        return passages;
    }

    private static boolean isComment(HtmlBlock html) {
        String text = html.getLiteral().strip();
        return text.startsWith("<!--") && text.endsWith("-->");
    }

    /// Returns the text of paragraphs in one line, with a ` for code that is more than a number.
    private static String prose(Node block) {
        return withDescendants(block)
                .map(node -> switch (node) {
                    case Text words -> words.getLiteral();
                    case Code code -> NUMBER.matcher(code.getLiteral()).matches() ? code.getLiteral() : "`";
                    case HtmlBlock html -> html.getLiteral().replaceAll("<[^>]*>", " ");
                    case SoftLineBreak _, HardLineBreak _, Paragraph _ -> " ";
                    default -> "";
                })
                .collect(Collectors.joining())
                .strip();
    }

    /// Returns where links and images lead, those in HTML included.
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

    /// Returns what a link behind a '#' can lead to.
    public Set<String> anchors() {
        return Anchors.of(headings().stream().map(Excerpt::text).toList());
    }

    private <N extends Node> Stream<N> nodes(Class<N> type) {
        return withDescendants(document).filter(type::isInstance).map(type::cast);
    }

    private static Stream<Node> withDescendants(Node node) {
        Node first = node.getFirstChild();
        Stream<Node> children = Stream.iterate(first, Objects::nonNull, Node::getNext);
        return Stream.concat(Stream.of(node), children.flatMap(Page::withDescendants));
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

    private static Table table(TableBlock block) {
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

    /// Returns the text of a heading or of a cell without its markup.
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
