package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Small files that are replaced whole, so that a crash leaves the old one or the new one. */
final class DurableFile {
    private DurableFile() {}

    static void replace(Path file, String text, Force force) throws IOException {
        replace(file, text.getBytes(StandardCharsets.UTF_8), force);
    }

    static void replace(Path file, byte[] content, Force force) throws IOException {
        // Beside the directory and not in it: no stray name may ever lie among a journal's files.
        Path directory = file.toAbsolutePath().getParent();
        Path written = directory.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            force.file(channel);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force.directory(directory);
    }
}
