package org.gavel.ops.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gavel.exchange.transparency.ProofCheck;
import org.gavel.exchange.transparency.ProofFile;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.witness.LogReader;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.ConsistencyProof;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.KeyList;
import org.gavel.protocol.proof.SignedNote;
import org.gavel.protocol.proof.TileHashes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gavel proof consistency}: whether one checkpoint goes on from another. */
@Command(
        name = "consistency",
        description = {
            "Checks that the log of the later checkpoint goes on from the earlier one: nothing was changed, removed or put",
            "in between. Reads the tiles it needs from --log and believes nothing of them. Exits with 3 where it does not."
        },
        footerHeading = "%nExample:%n",
        footer = "  gavel proof consistency may.note june.note --key venue.key --log http://HOST:PORT/log")
final class ProofConsistency implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "The earlier checkpoint, or a proof that holds one.")
    private Path earlier;

    @Parameters(index = "1", paramLabel = "NEW", description = "The later checkpoint, or a proof that holds one.")
    private Path later;

    @Mixin
    private KeyOptions keys;

    @Option(
            names = "--log",
            required = true,
            paramLabel = "URL|DIR",
            description = "The log, such as http://HOST:PORT/log, or a copy of its files.")
    private String log;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RemoteFailure {
        Printed printed = new Printed(spec, false);
        LogReader reader = LogReader.of(log);
        try {
            KeyList known = keys.keys().with(reader.keyChanges());
            SignedNote first = note(earlier);
            SignedNote second = note(later);
            Checkpoint before = head(known, earlier, first);
            Checkpoint after = head(known, later, second);
            new ProofCheck(known, List.of()).checkConsistency(first, second, proof(reader, before, after));
            printed.data("PROVEN: the log " + after.origin() + " of " + after.size() + " records goes on from its "
                    + before.size() + ": nothing was changed, removed or put in between.");
            return ExitCodes.OK;
        } catch (InvalidProof e) {
            printed.message("REFUSED: " + e.getMessage());
            printed.message(KeyOptions.WHERE_FROM);
            return ExitCodes.VERIFICATION_FAILED;
        } catch (UncheckedIOException e) {
            throw new RemoteFailure(e.getMessage() + ": " + e.getCause().getMessage(), e);
        }
    }

    private static SignedNote note(Path file) throws IOException {
        String text = NamedText.of(file);
        try {
            return text.startsWith("{") ? ProofFile.parse(text).checkpoint() : SignedNote.parse(text);
        } catch (InvalidProof e) {
            throw new InvalidProof(file + " is neither a checkpoint nor a proof: " + e.getMessage(), e);
        }
    }

    private static Checkpoint head(KeyList known, Path file, SignedNote note) {
        try {
            return known.require(note);
        } catch (InvalidProof e) {
            throw new InvalidProof(file + ": " + e.getMessage(), e);
        }
    }

    private static ConsistencyProof proof(LogReader reader, Checkpoint before, Checkpoint after) {
        if (before.size() > after.size()) {
            throw new InvalidProof("the first checkpoint has " + before.size() + " records, more than the second's "
                    + after.size() + "; name the earlier one first");
        }
        if (before.size() == 0 || before.size() == after.size()) {
            return new ConsistencyProof(before.size(), after.size(), List.of());
        }
        TileHashes hashes = new TileHashes(reader, after.size());
        if (!hashes.tree().root().equals(after.root())) {
            throw new InvalidProof("the tiles of " + reader + " do not make the root of the second checkpoint:"
                    + " they are another log's, or damaged");
        }
        return hashes.tree().consistencyWith(before.size());
    }
}
