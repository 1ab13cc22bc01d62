package org.gavel.ops.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.KeyList;
import org.gavel.protocol.proof.NoteKind;
import org.gavel.protocol.proof.NoteVerifier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The keys; those that are no keys of one log are the command line's fault and not the proof's. */
    KeyList keys() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String given : keys) {
            String text = text(given);
            parsed("--key", given, () -> KeyList.parse(text));
            texts.add(text);
        }
        return parsed("--key", String.join(", ", keys), () -> KeyList.parse(String.join("\n", texts)));
    }

    /** Given as it is, or the lines of a file. */
    private static String text(String given) throws IOException {
        boolean isLine = given.matches("[^+]+\\+[0-9a-f]{8}\\+.*");
        return isLine ? given : NamedText.of(Path.of(given));
    }

    List<NoteVerifier> witnesses(List<String> given) throws IOException {
        List<NoteVerifier> witnesses = new ArrayList<>();
        for (String one : given) {
            String text = text(one);
            witnesses.addAll(parsed("--witness", one, () -> text.lines()
                    .filter(line -> !line.isBlank())
                    .map(KeyOptions::witness)
                    .toList()));
        }
        return witnesses;
    }

    private static NoteVerifier witness(String line) {
        NoteVerifier witness = NoteVerifier.parse(line);
        if (witness.kind() != NoteKind.COSIGNATURE) {
            throw new InvalidProof(witness.name() + " is a log's key, not a witness's; give it with --key");
        }
        return witness;
    }

    private <T> T parsed(String option, String given, Supplier<T> parsing) {
        try {
            return parsing.get();
        } catch (InvalidProof e) {
            throw new ParameterException(
                    command.commandLine(),
                    option + " " + given + ": " + e.getMessage() + ". This is about the key; no proof was checked.",
                    e);
        }
    }
}
