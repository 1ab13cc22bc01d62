package org.gavel.ops.witness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.SignedNote;
import org.gavel.protocol.proof.TilePath;
import org.gavel.protocol.proof.TileSource;
import org.gavel.protocol.proof.TreeHash;

/**
 * A public log as a stranger reads it: from its server, {@code http://HOST:PORT/log}, or from a directory with a copy of
 * its files. Believes nothing of what it reads. For one thread.
 */
public final class LogReader implements TileSource {
    /** More than any page of a log has. */
    private static final int MOST_BYTES = 1 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String where;
    private final Optional<HttpClient> http;

    private LogReader(String where, Optional<HttpClient> http) {
        this.where = where;
        this.http = http;
    }

    /** A log at an address that begins with http:// or https://, or in a directory. */
    public static LogReader of(String where) {
        boolean remote = where.startsWith("http://") || where.startsWith("https://");
        Optional<HttpClient> http = remote
                ? Optional.of(HttpClient.newBuilder().connectTimeout(PATIENCE).build())
                : Optional.empty();
        return new LogReader(where.replaceFirst("/+$", ""), http);
    }

    /** The newest signed head. */
    public SignedNote checkpoint() throws RemoteFailure {
        String text = text("checkpoint")
                .orElseThrow(() -> new RemoteFailure(where + " has no checkpoint; name the log, such as"
                        + " http://HOST:PORT/log, or a directory with a copy of it"));
        try {
            return SignedNote.parse(text);
        } catch (InvalidProof e) {
            throw new RemoteFailure(where + "/checkpoint is no signed checkpoint: " + e.getMessage(), e);
        }
    }

    /** The statements by which the log has changed its keys. */
    public List<SignedNote> keyChanges() throws RemoteFailure {
        List<SignedNote> changes = new ArrayList<>();
        try {
            JsonNode notes = JsonCodec.parse("{\"notes\":" + text("key-changes").orElse("[]") + "}");
            notes.path("notes").forEach(note -> changes.add(SignedNote.parse(note.asText())));
        } catch (IllegalArgumentException | InvalidProof e) {
            throw new RemoteFailure(where + "/key-changes is no list of signed notes: " + e.getMessage(), e);
        }
        return changes;
    }

    /** A page as text; empty where there is none. */
    public Optional<String> text(String page) throws RemoteFailure {
        try {
            return read(page).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            throw new RemoteFailure(e.getMessage() + ": " + e.getCause().getMessage(), e);
        }
    }

    @Override
    public byte[] tile(TilePath tile) {
        return read(tile.path())
                .or(() -> read(new TilePath(tile.level(), tile.index(), TilePath.WIDTH).path())
                        .map(whole -> Arrays.copyOf(whole, tile.width() * TreeHash.BYTES)))
                .orElseThrow(() -> new UncheckedIOException(
                        where + "/" + tile.path() + " cannot be read", new IOException("it is not there")));
    }

    private Optional<byte[]> read(String page) {
        String name = where + "/" + page;
        try {
            return http.isPresent()
                    ? get(http.get(), URI.create(name))
                    : file(Path.of(where).resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new UncheckedIOException(name + " cannot be read", new IOException("it is no address", e));
        }
    }

    private static Optional<byte[]> file(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(limited(in));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> get(HttpClient client, URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = limited(body);
                if (answer.statusCode() == 404) {
                    return Optional.empty();
                }
                if (answer.statusCode() != 200) {
                    String said = new String(bytes, StandardCharsets.UTF_8).strip();
                    throw new IOException("it answers " + answer.statusCode() + ", " + said);
                }
                return Optional.of(bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static byte[] limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("it has more than " + MOST_BYTES + " bytes");
        }
        return bytes;
    }

    @Override
    public String toString() {
        return where;
    }
}
