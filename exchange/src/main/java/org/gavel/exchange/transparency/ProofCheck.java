package org.gavel.exchange.transparency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.ConsistencyProof;
import org.gavel.protocol.proof.InclusionProof;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.KeyList;
import org.gavel.protocol.proof.LogEntry;
import org.gavel.protocol.proof.NoteVerifier;
import org.gavel.protocol.proof.SignedNote;

/**
 * Holds a proof against keys the reader trusts, and nothing else: no file, no clock, no network.
 *
 * @param keys of the venue's log
 * @param witnesses who must have cosigned too
 */
public record ProofCheck(KeyList keys, List<NoteVerifier> witnesses) {
    public ProofCheck {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * What a proof proves.
     *
     * @param record who asked what, as far as the proof shows it
     * @param cosigned when each of the witnesses cosigned, in seconds since 1970
     * @param strangers signatures on the checkpoint by keys that were not asked about
     */
    public record Proven(
            LogEntry entry,
            ProvenRecord record,
            Checkpoint head,
            Map<NoteVerifier, Long> cosigned,
            int strangers,
            Optional<ProofFile.Earlier> earlier) {}

    /**
     * Checks all of a proof.
     *
     * @throws InvalidProof at the first thing that does not hold; the message says which
     */
    public Proven check(ProofFile proof) {
        KeyList known = keys.with(proof.changes());
        Checkpoint head = known.require(proof.checkpoint());
        Map<NoteVerifier, Long> cosigned = cosigned(proof.checkpoint());
        checkPlace(proof, head);
        checkOpenings(proof);
        proof.earlier().ifPresent(before -> checkEarlier(before, head));
        ProvenRecord record = ProvenRecord.of(proof);
        return new Proven(proof.entry(), record, head, cosigned, strangers(proof.checkpoint(), known), proof.earlier());
    }

    private Map<NoteVerifier, Long> cosigned(SignedNote note) {
        Map<NoteVerifier, Long> times = new LinkedHashMap<>();
        for (NoteVerifier witness : witnesses) {
            OptionalLong time = note.cosignedAt(witness);
            if (time.isEmpty()) {
                throw new InvalidProof("the witness " + witness.name() + " has not cosigned this checkpoint");
            }
            times.put(witness, time.getAsLong());
        }
        return times;
    }

    private static void checkPlace(ProofFile proof, Checkpoint head) {
        LogEntry entry = proof.entry();
        InclusionProof inclusion = proof.inclusion();
        if (entry.sequence() - 1 != inclusion.index()) {
            throw new InvalidProof("the entry is of record " + entry.sequence() + ", but the proof is of record "
                    + (inclusion.index() + 1) + ": its index is " + inclusion.index()
                    + ", counted from 0, as records are from 1");
        }
        if (inclusion.size() != head.size()) {
            throw new InvalidProof(
                    "the proof is for a tree of " + inclusion.size() + " leaves, the checkpoint has " + head.size());
        }
        if (!inclusion.proves(entry.leaf(), head.root())) {
            throw new InvalidProof("the path does not lead from the entry to the checkpoint's root");
        }
    }

    private static void checkOpenings(ProofFile proof) {
        proof.origin().filter(opening -> !proof.entry().hasOrigin(opening)).ifPresent(opening -> {
            throw new InvalidProof("who asked is not what the entry commits to");
        });
        proof.command().filter(opening -> !proof.entry().hasCommand(opening)).ifPresent(opening -> {
            throw new InvalidProof("what was asked is not what the entry commits to");
        });
    }

    private static void checkEarlier(ProofFile.Earlier before, Checkpoint head) {
        if (!before.proof().proves(before.root(), head.root())) {
            throw new InvalidProof("the checkpoint of " + head.size() + " leaves does not go on from that of "
                    + before.proof().first());
        }
    }

    private int strangers(SignedNote note, KeyList known) {
        int own = known.keys().stream()
                .mapToInt(ranged -> note.signaturesOf(ranged.key()).size())
                .sum();
        int theirs = witnesses.stream()
                .mapToInt(witness -> note.signaturesOf(witness).size())
                .sum();
        return note.signatures().size() - own - theirs;
    }

    /**
     * That a later checkpoint goes on from an earlier one, both signed by the log.
     *
     * @throws InvalidProof says what does not hold
     */
    public void checkConsistency(SignedNote first, SignedNote second, ConsistencyProof proof) {
        Checkpoint before = keys.require(first);
        Checkpoint after = keys.require(second);
        boolean isEmpty = before.size() == 0 && proof.path().isEmpty();
        boolean isOfThese = proof.first() == before.size() && proof.second() == after.size();
        if (!isEmpty && !(isOfThese && proof.proves(before.root(), after.root()))) {
            throw new InvalidProof(
                    "the checkpoint of " + after.size() + " leaves does not go on from that of " + before.size()
                            + ": the log has two histories, both signed; keep both, for together they prove it");
        }
    }
}
