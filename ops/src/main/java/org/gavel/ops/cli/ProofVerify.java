package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gavel.exchange.transparency.ProofCheck;
import org.gavel.exchange.transparency.ProofCheck.Proven;
import org.gavel.exchange.transparency.ProofFile;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.KeyList;
import org.gavel.protocol.proof.NoteVerifier;
import org.gavel.protocol.proof.SignedNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gavel proof verify}: checks a proof with nothing but itself and the keys. */
@Command(
        name = "verify",
        description = {
            "Checks a proof with nothing but the file and the log's key: no network, no node, no journal. Says what it",
            "proves in a sentence, or exits with 3 and says what does not hold."
        },
        footerHeading = "%nExample:%n",
        footer = "  gavel proof verify bid.proof --key venue.key --witness notary.key")
final class ProofVerify implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The proof.")
    private Path file;

    @Mixin
    private KeyOptions keys;

    @Option(
            names = "--witness",
            paramLabel = "KEY",
            description = "The public key of a witness, or a file with it, who must have cosigned; once for each.")
    private List<String> witnesses = List.of();

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description = {
                "The reply you had to your command: its sequence and time must be those of the proof. The time of a",
                "repeated answer (repeated: true) is not compared: it is when you were answered again."
            })
    private Path receipt;

    @Option(
            names = "--since",
            paramLabel = "NOTE",
            description = "A checkpoint you kept: the proof must lead on from it (proof get --from).")
    private Path since;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Printed printed = new Printed(spec, json);
        try {
            KeyList known = keys.keys();
            List<NoteVerifier> cosigners = keys.witnesses(witnesses);
            ProofFile proof = ProofFile.parse(NamedText.of(file));
            Proven proven = new ProofCheck(known, cosigners).check(proof);
            checkReceipt(proven);
            checkSince(known.with(proof.changes()), proven);
            print(printed, proven);
            return ExitCodes.OK;
        } catch (InvalidProof e) {
            return refuse(printed, e);
        }
    }

    private int refuse(Printed printed, InvalidProof problem) {
        String sentence = file + ": " + problem.getMessage();
        if (json) {
            printed.json(JsonNodeFactory.instance
                    .objectNode()
                    .put("result", "REFUSED")
                    .put("problem", sentence));
        }
        printed.message("REFUSED: " + sentence);
        printed.message(KeyOptions.WHERE_FROM);
        return ExitCodes.VERIFICATION_FAILED;
    }

    private void checkReceipt(Proven proven) throws IOException {
        if (receipt == null) {
            return;
        }
        JsonNode kept = Receipt.read(receipt);
        if (kept.path("seq").asLong() != proven.entry().sequence()) {
            throw new InvalidProof("the receipt is of record " + kept.path("seq") + ", the proof of record "
                    + proven.entry().sequence());
        }
        boolean isFirst = !kept.path("repeated").asBoolean();
        if (isFirst && kept.path("at").asLong() != proven.entry().timestamp()) {
            throw new InvalidProof("the receipt names another time than the proof: " + kept.path("at") + ", not "
                    + proven.entry().timestamp());
        }
    }

    private void checkSince(KeyList known, Proven proven) throws IOException {
        if (since == null) {
            return;
        }
        Checkpoint kept = known.require(SignedNote.parse(NamedText.of(since)));
        boolean leadsOn = kept.equals(proven.head())
                || proven.earlier()
                        .filter(earlier -> earlier.proof().first() == kept.size()
                                && earlier.root().equals(kept.root()))
                        .isPresent();
        if (!leadsOn) {
            throw new InvalidProof("the proof does not lead on from the checkpoint of " + kept.size() + " leaves in "
                    + since + "; get it with: gavel proof get --from " + kept.size());
        }
    }

    private void print(Printed printed, Proven proven) {
        if (json) {
            printed.json(tree(proven));
        } else {
            ProofSentence.of(proven).forEach(printed::data);
        }
    }

    private static ObjectNode tree(Proven proven) {
        ObjectNode tree = JsonNodeFactory.instance
                .objectNode()
                .put("result", "PROVEN")
                .put("log", proven.head().origin())
                .put("sequence", proven.entry().sequence())
                .put("at", proven.entry().timestamp())
                .put("size", proven.head().size())
                .put("root", proven.head().root().base64());
        proven.record().origin().ifPresent(origin -> tree.put("actor", origin.actor())
                .put("role", origin.role().name())
                .put("cid", origin.cid().toString()));
        proven.record().command().ifPresent(command -> tree.put("command", command));
        ObjectNode cosigned = tree.putObject("cosigned");
        proven.cosigned().forEach((witness, seconds) -> cosigned.put(witness.name(), seconds));
        return tree;
    }
}
