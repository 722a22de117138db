package tablechat.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/// What a model wrote, which is Markdown, made harmless: no HTML of its own, nothing that is fetched when it is looked at, and no
/// links but those a person may follow.
final class Answers {
    /// A longer one is shown as it was written: some nesting takes time by the square of its length, 3 s at this one.
    private static final int CHARACTERS_MAX = 100_000;

    private static final int OPEN_BLOCKS_MAX = 50;
    private static final int PASSES_MAX = 8;

    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(OPEN_BLOCKS_MAX)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (!(node instanceof Link link)) return;
                attributes.remove("title");
                if (mayBeFollowed(link.getDestination())) attributes.put("rel", "noopener noreferrer nofollow");
                else attributes.remove("href");
            })
            .nodeRendererFactory(ImageAsWords::new)
            .build();

    private Answers() {}

    /// As HTML; what cannot be rendered is shown as it was written.
    static String html(String markdown) {
        try {
            if (markdown.length() <= CHARACTERS_MAX) return RENDERER.render(PARSER.parse(markdown));
        } catch (StackOverflowError e) { // nested thousands deep: nothing a person wrote
        }
        return "<pre>" + HtmlText.escaped(markdown) + "</pre>\n";
    }

    static boolean mayBeFollowed(String address) {
        return address.matches("(?i)(https?://|mailto:)[^\\s\\p{Cntrl}]+");
    }

    /// As Markdown again: images became links, HTML became text, and a block of code left open is closed.
    static String markdown(String markdown) {
        try {
            String text = markdown.stripTrailing();
            for (int pass = 0; pass < PASSES_MAX && text.length() <= CHARACTERS_MAX; pass++) {
                Node document = PARSER.parse(text);
                Set<Integer> unsafe = unsafe(document, text);
                if (unsafe.isEmpty()) return closed(document, text);
                text = escaped(text, unsafe);
            }
        } catch (StackOverflowError e) { // nested thousands deep: nothing a person wrote
        }
        return MarkdownText.code("", markdown);
    }

    private static Set<Integer> unsafe(Node document, String text) {
        var places = new TreeSet<Integer>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                places.add(image.getSourceSpans().getFirst().getInputIndex());
                visitChildren(image);
            }

            @Override
            public void visit(HtmlInline html) {
                places.add(html.getSourceSpans().getFirst().getInputIndex());
            }

            @Override
            public void visit(HtmlBlock html) {
                for (SourceSpan span : html.getSourceSpans()) {
                    for (int i = span.getInputIndex(); i < span.getInputIndex() + span.getLength(); i++) {
                        if (text.charAt(i) == '<') places.add(i);
                    }
                }
            }
        });
        return places;
    }

    private static String escaped(String text, Set<Integer> places) {
        var escaped = new StringBuilder(text.length() + places.size());
        int from = 0;
        for (int place : places) {
            escaped.append(text, from, place).append('\\');
            from = place;
        }
        return escaped.append(text, from, text.length()).toString();
    }

    private static String closed(Node document, String text) {
        boolean isOpen = document.getLastChild() instanceof FencedCodeBlock code && code.getClosingFenceLength() == null;
        if (!isOpen) return text + "\n";
        var code = (FencedCodeBlock) document.getLastChild();
        return text + "\n" + code.getFenceCharacter().repeat(code.getOpeningFenceLength()) + "\n";
    }

    /// `label (address)`, as the page shows it.
    private record ImageAsWords(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            var labels = new ArrayList<Node>();
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) labels.add(child);
            labels.forEach(context::render);
            context.getWriter().text(" (" + ((Image) node).getDestination() + ")");
        }
    }
}
