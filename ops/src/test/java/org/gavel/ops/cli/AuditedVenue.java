package org.gavel.ops.cli;

import static org.gavel.ops.cli.Console.gavel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.cli.Console.Run;
import org.gavel.ops.simulate.JournaledVenue;

/** A real journal with its keys on disk, and the auditor's commands over it. */
final class AuditedVenue {
    static final String NAME = "浙江科技大市场";
    static final Path DAY = Path.of("src/test/resources/audit/day.jsonl");

    private final Path root;

    private AuditedVenue(Path root) {
        this.root = root;
    }

    /** The day of src/test/resources/audit/day.jsonl, sealed with a key of its own. */
    static AuditedVenue day(Path root) {
        return of(root, DAY);
    }

    static AuditedVenue of(Path root, Path lines) {
        try {
            SealingKey key = SealingKey.create(root.resolve("keys"));
            JournaledVenue.of(root.resolve("data"), NAME, key, lines);
            return new AuditedVenue(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AuditedVenue of(Path root, List<String> lines) {
        try {
            Files.createDirectories(root);
            return of(root, Files.write(root.resolve("lines.jsonl"), lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    Path keys() {
        return root.resolve("keys");
    }

    /** Runs {@code gavel audit COMMAND DATA --keys KEYS …}. */
    Run audit(String command, String... more) {
        return run(command, Arrays.asList("--keys", keys().toString()), more);
    }

    /** The same without the key. */
    Run withoutKey(String command, String... more) {
        return run(command, List.of(), more);
    }

    private Run run(String command, List<String> keys, String... more) {
        List<String> arguments = new ArrayList<>(List.of("audit", command, data().toString()));
        arguments.addAll(keys);
        arguments.addAll(List.of(more));
        return gavel(arguments.toArray(String[]::new));
    }

    /** A copy of the data directory. */
    Path copy(Path to) throws IOException {
        try (var paths = Files.walk(data())) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(data().relativize(path)));
            }
        }
        return to;
    }

    /** Every file below a directory with its time and hash. */
    static Map<String, String> fingerprint(Path directory) throws IOException {
        Map<String, String> prints = new TreeMap<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                prints.put(
                        directory.relativize(file).toString(),
                        attributes.lastModifiedTime() + " " + hash(Files.readAllBytes(file)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                prints.put(
                        directory.relativize(visited) + "/",
                        Files.getLastModifiedTime(visited).toString());
                return FileVisitResult.CONTINUE;
            }
        });
        return prints;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
