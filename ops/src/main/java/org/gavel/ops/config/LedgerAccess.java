package org.gavel.ops.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the ledger's database is reached.
 *
 * @param url JDBC; never holds a password
 * @param user empty for SQLite
 */
public record LedgerAccess(String url, String user, Optional<Path> passwordFile) {
    /** The password file's first line, or empty where there is none. */
    public String password() throws IOException {
        if (passwordFile.isEmpty()) {
            return "";
        }
        return Files.readString(passwordFile.get())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}
