package org.gavel.ops.event;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.ops.yaml.Problem;
import org.gavel.ops.yaml.Problems;
import org.gavel.ops.yaml.YamlFile;

/** An event file that has been read: its plan where it is valid, and everything wrong with it. Immutable. */
public final class EventFile {
    private static final String DEMO = "/event/demo.yaml";

    private final Path path;
    private final String sha256;
    private final List<Problem> problems;
    private final Optional<EventPlan> plan;

    private EventFile(Path path, String sha256, List<Problem> problems, Optional<EventPlan> plan) {
        this.path = path;
        this.sha256 = sha256;
        this.problems = problems;
        this.plan = plan;
    }

    /** Never throws for what the file holds; the problems say what is wrong, also that it does not exist. */
    public static EventFile read(Path path) {
        Problems problems = new Problems();
        Optional<byte[]> content = YamlFile.bytes(path, problems);
        return content.map(bytes -> of(path, bytes, problems))
                .orElseGet(() -> new EventFile(path, "", problems.sorted(), Optional.empty()));
    }

    /** The event file shipped with Gavel. */
    public static EventFile demo() {
        try (InputStream in = EventFile.class.getResourceAsStream(DEMO)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + DEMO);
            }
            return of(Path.of("demo.yaml"), in.readAllBytes(), new Problems());
        } catch (IOException e) {
            throw new IllegalStateException("the class path's " + DEMO + " cannot be read", e);
        }
    }

    static EventFile of(Path path, byte[] content, Problems problems) {
        Optional<EventPlan> plan =
                YamlFile.parse(content, problems).flatMap(root -> new EventReader(root, directory(path)).read());
        boolean usable = !problems.anyError();
        return new EventFile(path, sha256(content), problems.sorted(), usable ? plan : Optional.empty());
    }

    private static Path directory(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public Path path() {
        return path;
    }

    /** Of the file's bytes, lower-case hex; empty where it could not be read. */
    public String sha256() {
        return sha256;
    }

    /** Errors and warnings, sorted by line. */
    public List<Problem> problems() {
        return problems;
    }

    public boolean isValid() {
        return plan.isPresent();
    }

    public EventPlan plan() throws InvalidFile {
        return plan.orElseThrow(() -> new InvalidFile(path, problems));
    }

    /** Everything to be asked of the venue to load the event, in order. */
    public List<LoadCommand> commands(SealingKey key) throws InvalidFile {
        return plan().commands(key);
    }
}
