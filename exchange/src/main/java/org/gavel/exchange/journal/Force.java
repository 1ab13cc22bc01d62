package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The two calls that make bytes survive a loss of power. A failure is final and never retried (F6). */
interface Force {
    /** The disk itself. */
    Force DISK = new Force() {
        @Override
        public void file(FileChannel channel) throws IOException {
            channel.force(false);
        }

        @Override
        public void directory(Path directory) throws IOException {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    };

    /** Nothing: for logs that need not survive a loss of power. */
    Force NONE = new Force() {
        @Override
        public void file(FileChannel channel) {}

        @Override
        public void directory(Path directory) {}
    };

    /** Forces a file's bytes, those written through mappings included. */
    void file(FileChannel channel) throws IOException;

    /** Forces the names of the files in a directory. */
    void directory(Path directory) throws IOException;
}
