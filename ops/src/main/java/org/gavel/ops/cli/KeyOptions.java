package org.gavel.ops.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.KeyList;
import org.gavel.protocol.proof.NoteKind;
import org.gavel.protocol.proof.NoteVerifier;
import picocli.CommandLine.Option;

/** The keys of a log that the person trusts. */
final class KeyOptions {
    /** What to do about a proof that is refused. */
    static final String WHERE_FROM = "What is refused proves nothing. Take the log's key from the venue's own"
            + " publication, ask the venue for the proof again, and keep this one if it is refused again.";

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description = "The log's public key, name+id+key, or a file with such lines; once for each."
                    + " Have it from the venue itself, not from whoever gave you the proof.")
    private List<String> keys;

    KeyList keys() throws IOException {
        return KeyList.parse(String.join("\n", lines(keys)));
    }

    /** Each given as it is, or the lines of a file. */
    static List<String> lines(List<String> given) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String one : given) {
            boolean isLine = one.matches("[^+]+\\+[0-9a-f]{8}\\+.*");
            lines.add(isLine ? one : Files.readString(Path.of(one)));
        }
        return lines;
    }

    static List<NoteVerifier> witnesses(List<String> given) throws IOException {
        List<NoteVerifier> witnesses = new ArrayList<>();
        for (String text : lines(given)) {
            text.lines()
                    .filter(line -> !line.isBlank())
                    .map(NoteVerifier::parse)
                    .forEach(witnesses::add);
        }
        for (NoteVerifier witness : witnesses) {
            if (witness.kind() != NoteKind.COSIGNATURE) {
                throw new InvalidProof(witness.name() + " is a log's key, not a witness's; give it with --key");
            }
        }
        return witnesses;
    }
}
