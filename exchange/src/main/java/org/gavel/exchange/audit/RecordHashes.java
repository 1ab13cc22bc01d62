package org.gavel.exchange.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** SHA-256 over the bodies of single journal records. Read-only. */
public final class RecordHashes {
    private RecordHashes() {}

    /** The hashes of these records by their sequences, 64 hex digits each. */
    public static Map<Long, String> of(Path dataDirectory, Set<Long> sequences) {
        Map<Long, String> hashes = new TreeMap<>();
        try (RawRecords records = new RawRecords(dataDirectory)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            Optional<RawRecords.Raw> next = records.next();
            while (next.isPresent() && hashes.size() < sequences.size()) {
                if (sequences.contains(next.get().sequence())) {
                    hashes.put(
                            next.get().sequence(),
                            HexFormat.of()
                                    .formatHex(sha.digest(next.get().body().byteArray())));
                }
                next = records.next();
            }
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(dataDirectory + " could not be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
