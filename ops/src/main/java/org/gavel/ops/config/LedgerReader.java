package org.gavel.ops.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;

/** Reads the block {@code ledger}: SQLite in the data directory unless it names another database. */
final class LedgerReader {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private final Section ledger;
    private final Paths paths;
    private final Path data;
    private final Shown shown;

    LedgerReader(Section ledger, Paths paths, Path data, Shown shown) {
        this.ledger = ledger;
        this.paths = paths;
        this.data = data;
        this.shown = shown;
    }

    LedgerAccess read() {
        String url = url();
        String user = ledger.read("user", ScalarTypes.TEXT).orElse("");
        Optional<Path> passwordFile = ledger.read("passwordFile", paths.type());
        ledger.rejectUnknown();
        checkAccess(url, user, passwordFile);
        shown.add(ledger, "url", url);
        shown.add(ledger, "user", user.isEmpty() ? "none" : user);
        shown.add(
                ledger,
                "passwordFile",
                passwordFile.map(file -> file + " (******)").orElse("none"));
        return new LedgerAccess(url, user, passwordFile);
    }

    private String url() {
        Optional<String> written = ledger.read("url", ScalarTypes.TEXT);
        if (written.isEmpty()) {
            return SQLITE + data.resolve("ledger.db");
        }
        String url = written.get();
        if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRESQL)) {
            ledger.error("url", "must be jdbc:sqlite:PATH or jdbc:postgresql://HOST:PORT/DATABASE");
            return SQLITE;
        }
        if (url.matches("(?i).*([?&;](password|sslpassword)=|//[^/@]*:[^/@]*@).*")) {
            ledger.error("url", "holds a password; remove it and name a file in ledger.passwordFile");
            return POSTGRESQL;
        }
        return url.startsWith(SQLITE) ? SQLITE + paths.type().parse().apply(url.substring(SQLITE.length())) : url;
    }

    private void checkAccess(String url, String user, Optional<Path> passwordFile) {
        boolean embedded = url.startsWith(SQLITE);
        if (embedded && !user.isEmpty()) {
            ledger.error("user", "belongs to jdbc:postgresql: only; remove it, or set ledger.url");
        }
        if (embedded && passwordFile.isPresent()) {
            ledger.error("passwordFile", "belongs to jdbc:postgresql: only; remove it, or set ledger.url");
        }
        if (!embedded && user.isEmpty()) {
            ledger.error("user", "is missing; write the database user");
        }
        if (!embedded) {
            passwordFile.ifPresent(this::checkPasswordFile);
        }
    }

    private void checkPasswordFile(Path file) {
        if (!Files.isReadable(file)) {
            ledger.error("passwordFile", file + " cannot be read; create it with the password as its first line");
            return;
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
                ledger.warn("passwordFile", file + " can be read by everyone; run: chmod 600 " + file);
            }
        } catch (IOException | UnsupportedOperationException e) {
            ledger.warn("passwordFile", file + " has permissions that cannot be checked: " + e.getMessage());
        }
    }
}
