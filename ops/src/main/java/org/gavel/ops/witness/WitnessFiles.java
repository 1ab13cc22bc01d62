package org.gavel.ops.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.gavel.exchange.vault.OwnerFile;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.NoteKind;
import org.gavel.protocol.proof.NoteSigner;
import org.gavel.protocol.proof.SignedNote;

/** What a witness keeps in its directory: its key, the last head it has seen, and evidence. One process at a time. */
public final class WitnessFiles implements AutoCloseable {
    private static final String KEY = "witness.key";
    private static final String SEEN = "seen";
    private static final String COSIGNED = "cosigned";

    private final Path directory;
    private final NoteSigner signer;
    private final FileChannel lock;

    private WitnessFiles(Path directory, NoteSigner signer, FileChannel lock) {
        this.directory = directory;
        this.signer = signer;
        this.lock = lock;
    }

    /** Makes a witness's key under this name; never replaces one. */
    public static NoteSigner create(Path directory, String name) throws IOException {
        NoteSigner signer = NoteSigner.generate(name, NoteKind.COSIGNATURE);
        OwnerFile.create(directory.resolve(KEY), signer.text());
        return signer;
    }

    /** Takes the directory for this process. */
    public static WitnessFiles open(Path directory) throws IOException {
        Path key = directory.resolve(KEY);
        if (!Files.exists(key)) {
            throw new IOException(key + " is missing; create it with: gavel witness create --dir " + directory);
        }
        NoteSigner signer;
        try {
            signer = NoteSigner.parse(OwnerFile.read(key));
        } catch (InvalidProof e) {
            throw new IOException(key + " is no witness's key: " + e.getMessage(), e);
        }
        FileChannel lock =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isTaken(lock)) {
            lock.close();
            throw new IOException(directory + " is in use by another witness; stop it, or name another directory");
        }
        return new WitnessFiles(directory, signer, lock);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    NoteSigner signer() {
        return signer;
    }

    /** The last head that was cosigned, as its log signed it. */
    Optional<SignedNote> seen() throws IOException {
        return note(SEEN);
    }

    /** The same with this witness's cosignature. */
    public Optional<SignedNote> cosigned() throws IOException {
        return note(COSIGNED);
    }

    private Optional<SignedNote> note(String name) throws IOException {
        Path file = directory.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readString(file))) : Optional.empty();
        } catch (InvalidProof e) {
            throw new IOException(
                    file + " is damaged (" + e.getMessage() + "); restore it from a backup: a witness"
                            + " that forgets what it has seen can be deceived",
                    e);
        }
    }

    /** First what was seen, so that no cosignature is ever given for what a crash can make it forget. */
    void put(SignedNote note, SignedNote cosigned) throws IOException {
        write(directory.resolve(SEEN), note.write());
        write(directory.resolve(COSIGNED), cosigned.write());
    }

    /** Keeps both heads of a forked history, and why they cannot both be true. */
    Path keepEvidence(String name, SignedNote before, SignedNote after, String report) throws IOException {
        Path evidence = directory.resolve(name);
        Files.createDirectories(evidence);
        write(evidence.resolve("earlier.note"), before.write());
        write(evidence.resolve("later.note"), after.write());
        write(evidence.resolve("report.txt"), report + "\n");
        return evidence;
    }

    private static void write(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel parent = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
