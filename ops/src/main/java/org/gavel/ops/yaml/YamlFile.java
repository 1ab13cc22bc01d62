package org.gavel.ops.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.ComposerException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file as plain blocks, lists and single values: no anchors, no tags, one document. */
public final class YamlFile {
    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int MAX_DEPTH = 20;

    private YamlFile() {}

    /** The file's bytes, or a problem that says why not. */
    public static Optional<byte[]> bytes(Path file, Problems problems) {
        try {
            if (!Files.isRegularFile(file)) {
                problems.error(0, "", Files.exists(file) ? "is not a file" : "does not exist");
                return Optional.empty();
            }
            if (Files.size(file) > MAX_BYTES) {
                problems.error(0, "", "is larger than " + MAX_BYTES + " bytes");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            problems.error(0, "", "cannot be read: " + e);
            return Optional.empty();
        }
    }

    /** The file's outermost block, or the problem that hides it. */
    public static Optional<Section> parse(byte[] content, Problems problems) {
        Optional<String> text = text(content, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return compose(text.get(), problems);
        } catch (MarkedYAMLException e) {
            problems.error(line(e), "", "is not YAML: " + sentence(e));
        } catch (YAMLException e) {
            problems.error(0, "", "is not YAML: " + Quoted.shortened(e.getMessage()));
        }
        return Optional.empty();
    }

    /** Where a text, a key or a list begins that does not end; a block begins too far up, and counts where it breaks off. */
    private static int line(MarkedYAMLException e) {
        String context = Objects.requireNonNullElse(e.getContext(), "");
        boolean isOpen = context.startsWith("while scanning") || context.startsWith("while parsing a flow");
        Mark mark = isOpen && e.getContextMark() != null ? e.getContextMark() : e.getProblemMark();
        return mark == null ? 0 : mark.getLine() + 1;
    }

    private static String sentence(MarkedYAMLException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ", ";
        String advice = e instanceof ComposerException
                ? "; write one document in a file"
                : "; write each key as KEY: VALUE, indent with spaces, close quotes and brackets, and put a text with"
                        + " signs in quotes";
        return (context + e.getProblem()).replaceAll("\\p{Cntrl}", "?") + advice;
    }

    private static Optional<String> text(byte[] content, Problems problems) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            problems.error(badLine(content), "", "is not UTF-8; save the file as UTF-8");
            return Optional.empty();
        }
    }

    /** The first line that does not decode alone; a line feed never stands inside a character. */
    private static int badLine(byte[] content) {
        int line = 1;
        int from = 0;
        for (int i = 0; i <= content.length; i++) {
            if (i == content.length || content[i] == '\n') {
                String decoded = new String(content, from, i - from, StandardCharsets.UTF_8);
                if (decoded.indexOf('\uFFFD') >= 0) {
                    return line;
                }
                line++;
                from = i + 1;
            }
        }
        return 0;
    }

    private static Optional<Section> compose(String text, Problems problems) {
        Yaml yaml = new Yaml(options());
        boolean plain = true;
        for (Event event : yaml.parse(new StringReader(text))) {
            plain &= isPlain(event, problems);
        }
        if (!plain) {
            return Optional.empty();
        }
        Node root = yaml.compose(new StringReader(text));
        if (root instanceof MappingNode mapping) {
            return Optional.of(new Section("", Section.lineOf(root), mapping, problems));
        }
        problems.error(root == null ? 0 : Section.lineOf(root), "", "must be a block of keys");
        return Optional.empty();
    }

    private static boolean isPlain(Event event, Problems problems) {
        boolean alias = event instanceof AliasEvent;
        boolean anchored = !alias && event instanceof NodeEvent node && node.getAnchor() != null;
        boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent collection && collection.getTag() != null);
        if (alias || anchored || tagged) {
            int line = event.getStartMark().getLine() + 1;
            String what = tagged ? "tags (!) are not read" : "anchors and aliases (& and *) are not read";
            problems.error(line, "", what + "; write the value itself, in quotes if it is a text");
            return false;
        }
        return true;
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(0);
        return options;
    }
}
