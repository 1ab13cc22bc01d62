package org.gavel.ops.audit.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gavel.exchange.audit.AuditRefused;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.reject.InvalidValue;

/** A pack as a folder: written once, never over anything, and checked by its own manifest. */
public final class PackFolder {
    private static final long LARGEST_FILE = 256L * 1024 * 1024;

    private final Path folder;

    public PackFolder(Path folder) {
        this.folder = folder;
    }

    /** Refuses a folder that is there and not empty, before anything is read. */
    public void requireNew() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.list(folder)) {
            if (paths.findAny().isPresent()) {
                throw new AuditRefused(folder + " is not empty; name a new folder with --out.");
            }
        }
    }

    /** Writes the files of a pack. */
    public void write(SortedMap<String, byte[]> files) throws IOException {
        requireNew();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** The manifest; an {@link AuditRefused} says what is wrong with it. */
    public ObjectNode manifest() throws IOException {
        Path file = folder.resolve(EvidencePack.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new AuditRefused(file + " is missing; name the folder of an evidence pack.");
        }
        try {
            ObjectNode manifest = JsonCodec.parse(Files.readString(file).strip());
            boolean isKnown = manifest.path("type").asText().equals(EvidencePack.TYPE)
                    && manifest.path("format").asInt() == EvidencePack.FORMAT;
            if (!isKnown) {
                throw new AuditRefused(
                        file + " is of type \"" + manifest.path("type").asText() + "\", format "
                                + manifest.path("format").asText() + ", not of \"" + EvidencePack.TYPE + "\", format "
                                + EvidencePack.FORMAT + "; check it with the release that made it.");
            }
            return manifest;
        } catch (InvalidValue | java.nio.charset.CharacterCodingException e) {
            throw new AuditRefused(file + " is no manifest: " + e.getMessage() + ". Ask for the pack again.");
        }
    }

    /** Everything that is not as the manifest says, one sentence each, by file; empty where all is. */
    public List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        TreeSet<String> named = new TreeSet<>();
        named.add(EvidencePack.MANIFEST);
        for (JsonNode file : manifest().path("files")) {
            String name = file.path("name").asText();
            named.add(name);
            problem(name, file).ifPresent(problems::add);
        }
        for (String found : names()) {
            if (!named.contains(found)) {
                problems.add(folder.resolve(found) + " is not in the manifest: it was added afterwards.");
            }
        }
        return problems;
    }

    private Optional<String> problem(String name, JsonNode file) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder.normalize()) || Files.isSymbolicLink(path)) {
            return Optional.of(name + " in the manifest leads out of the folder; it was not read.");
        }
        if (!Files.isRegularFile(path)) {
            return Optional.of(path + " is missing.");
        }
        long size = Files.size(path);
        if (size != file.path("bytes").asLong() || size > LARGEST_FILE) {
            return Optional.of(path + " has " + size + " bytes, the manifest says "
                    + file.path("bytes").asLong() + ".");
        }
        String hash = Hashes.sha256(Files.readAllBytes(path));
        return hash.equals(file.path("sha256").asText())
                ? Optional.empty()
                : Optional.of(path + " was changed: its SHA-256 is " + hash + ", the manifest says "
                        + file.path("sha256").asText() + ".");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !Files.isDirectory(path))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** How the pack differs from the one the journal gives, by file; copies of proofs are left to their own check. */
    public List<String> differences(SortedMap<String, byte[]> fromJournal) throws IOException {
        List<String> differences = new ArrayList<>();
        TreeMap<String, byte[]> expected = new TreeMap<>(fromJournal);
        TreeSet<String> all = new TreeSet<>(expected.keySet());
        all.addAll(names());
        for (String name : all) {
            byte[] bytes = expected.get(name);
            Path path = folder.resolve(name);
            if (bytes == null) {
                differences.add(path + " does not follow from the journal.");
            } else if (!Files.isRegularFile(path)) {
                differences.add(path + " follows from the journal and is missing.");
            } else if (!Arrays.equals(bytes, Files.readAllBytes(path))) {
                differences.add(path + " differs from what the journal gives, first in line "
                        + line(bytes, Files.readAllBytes(path)) + ".");
            }
        }
        return differences;
    }

    private static int line(byte[] expected, byte[] found) {
        int at = Arrays.mismatch(expected, found);
        String same = new String(expected, 0, at, StandardCharsets.UTF_8);
        return (int) same.chars().filter(c -> c == '\n').count() + 1;
    }

    /** The copies of proofs in the folder, by name. */
    public SortedMap<String, byte[]> proofs() throws IOException {
        SortedMap<String, byte[]> proofs = new TreeMap<>();
        for (String name : names()) {
            if (name.startsWith(EvidencePack.PROOFS)) {
                proofs.put(name.substring(EvidencePack.PROOFS.length()), Files.readAllBytes(folder.resolve(name)));
            }
        }
        return proofs;
    }
}
