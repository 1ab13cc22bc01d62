package org.gavel.exchange.golden;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A release's journal with what its replay came to then, in one archive. */
final class GoldenFile {
    private static final String EXPECTED = "expected.txt";
    private static final int PAGE = 4096;

    private GoldenFile() {}

    /** Packs a data directory's journal; the zeros behind the last record are left out. */
    static void pack(Path data, String expected, Path archive) throws IOException {
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            add(zip, EXPECTED, expected.getBytes(StandardCharsets.UTF_8));
            for (Path path : files(data.resolve("journal"))) {
                String name = data.relativize(path).toString();
                add(zip, name, name.endsWith(".cq4") ? trimmed(Files.readAllBytes(path)) : Files.readAllBytes(path));
            }
        }
    }

    private static List<Path> files(Path journal) throws IOException {
        try (Stream<Path> paths = Files.walk(journal)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(".cq4") || path.endsWith("watermark"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] trimmed(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(bytes, (end / PAGE + 2) * PAGE);
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Unpacks an archive into an empty directory and answers what its replay should come to. */
    static String unpack(Path archive, Path data) {
        String expected = "";
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                if (entry.getName().equals(EXPECTED)) {
                    expected = new String(bytes, StandardCharsets.UTF_8);
                } else {
                    Path target = data.resolve(entry.getName()).normalize();
                    Files.createDirectories(target.getParent());
                    Files.write(target, bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(archive + " could not be unpacked", e);
        }
        return expected;
    }
}
