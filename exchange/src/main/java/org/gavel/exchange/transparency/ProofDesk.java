package org.gavel.exchange.transparency;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gavel.exchange.api.PublicLog.Page;
import org.gavel.exchange.api.PublicLog.ProofAnswer;
import org.gavel.exchange.api.PublicLog.ProofRequest;
import org.gavel.exchange.journal.JournalFollower;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.InclusionProof;
import org.gavel.protocol.proof.LogEntry;
import org.gavel.protocol.proof.MerkleTree;
import org.gavel.protocol.proof.Opening;
import org.gavel.protocol.proof.SignedNote;
import org.gavel.protocol.proof.TileHashes;
import org.gavel.protocol.proof.TilePath;
import org.gavel.protocol.reject.RejectReason;

/** Answers whoever reads the log: only of what a signed head covers. For the log's thread. */
public final class ProofDesk {
    static final String KEY = "key";
    static final String KEY_CHANGES = "key-changes";

    private static final String[] NAMES = {VenueLog.CHECKPOINT, VenueLog.WITNESSED, KEY, KEY_CHANGES};

    private final JournalFollower journal;
    private final EntryMaker entries;
    private final GrowingTree tree;
    private final LogSigners signers;
    private Optional<SignedNote> signed = Optional.empty();
    private Optional<SignedNote> witnessed = Optional.empty();

    ProofDesk(JournalFollower journal, EntryMaker entries, GrowingTree tree, LogSigners signers) {
        this.journal = journal;
        this.entries = entries;
        this.tree = tree;
        this.signers = signers;
    }

    ProofDesk at(Optional<SignedNote> newest, Optional<SignedNote> cosigned) {
        signed = newest;
        witnessed = cosigned;
        return this;
    }

    /** What stands under a name behind {@code /log/}. */
    public Page page(String path) {
        return switch (path) {
            case VenueLog.CHECKPOINT -> note(signed, "nothing is signed yet; ask again in a few seconds");
            case VenueLog.WITNESSED -> note(witnessed, "no witness has cosigned a checkpoint yet");
            case KEY -> Page.text(signers.keys().toString());
            case KEY_CHANGES -> Page.json(changes());
            default -> TilePath.parse(path).map(this::tile).orElseGet(ProofDesk::unknown);
        };
    }

    private static Page unknown() {
        String names = Stream.of(NAMES).map(name -> "/log/" + name).collect(Collectors.joining(", "));
        return Page.missing(
                "no such page of the log; there are " + names
                        + ", /log/proof/SEQ, and /log/tile/LEVEL/INDEX, /log/tile/entries/INDEX, both with .p/WIDTH for a part");
    }

    private static Page note(Optional<SignedNote> note, String otherwise) {
        return note.map(present -> Page.text(present.write())).orElseGet(() -> Page.failed(503, otherwise));
    }

    private String changes() {
        var notes = JsonCodec.parse("{}").putArray("changes");
        signers.changes().forEach(note -> notes.add(note.write()));
        return CanonicalJson.write(notes);
    }

    private Page tile(TilePath tile) {
        long level = Math.max(0, tile.level());
        long onLevel = size() >>> (level * TilePath.HEIGHT);
        boolean isSigned = tile.index() * TilePath.WIDTH + tile.width() <= onLevel;
        return (isSigned ? tree.find(tile) : Optional.<byte[]>empty())
                .map(Page::binary)
                .orElseGet(() -> Page.missing(
                        "the tree of " + size() + " leaves has no " + tile.path() + "; see /log/checkpoint"));
    }

    private long size() {
        return signed.map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
    }

    /** A proof, under the newest cosigned head where it covers the record, else under the newest. */
    public ProofAnswer prove(ProofRequest request) {
        long sequence = request.sequence();
        if (sequence < 1 || !journal.isAcknowledged(sequence)) {
            return ProofAnswer.refused(RejectReason.RECORD_UNKNOWN, sequence);
        }
        if (sequence > size() || tree.size() < size()) {
            return ProofAnswer.refused(RejectReason.PROOF_NOT_READY, sequence);
        }
        SignedNote note = witnessed
                .filter(cosigned -> Checkpoint.parse(cosigned.text()).size() >= Math.max(sequence, request.from()))
                .orElseGet(signed::orElseThrow);
        long size = Checkpoint.parse(note.text()).size();
        if (request.from() < 0 || request.from() > size) {
            return ProofAnswer.refused(RejectReason.CHECKPOINT_UNKNOWN, size);
        }
        return prove(request, note, new TileHashes(tree, size).tree());
    }

    private ProofAnswer prove(ProofRequest request, SignedNote note, MerkleTree head) {
        ProofAnswer[] answer = {ProofAnswer.refused(RejectReason.RECORD_UNKNOWN, request.sequence())};
        journal.read(request.sequence(), (sequence, timestamp, buffer, offset, length) -> {
            Opening origin = entries.origin(sequence, buffer, offset, length);
            Opening command = entries.command(sequence, buffer, offset, length);
            boolean isAsked = request.asker() != 0;
            if (isAsked && !maySee(request.asker(), origin, command)) {
                answer[0] = ProofAnswer.refused(RejectReason.NOT_YOUR_ACCOUNT, 0);
                return;
            }
            LogEntry entry = LogEntry.of(entries.entry(sequence, timestamp, buffer, offset, length));
            InclusionProof inclusion = head.inclusionOf(sequence - 1);
            requireTrue(
                    inclusion.proves(entry.leaf(), Checkpoint.parse(note.text()).root()));
            ProofFile proof = new ProofFile(
                    entry,
                    inclusion,
                    note,
                    Optional.of(origin).filter(shown -> isAsked),
                    Optional.of(command).filter(shown -> isAsked),
                    signers.changes(),
                    earlier(head, request.from()));
            answer[0] = new ProofAnswer(RejectReason.NONE, 0, proof.write());
        });
        return answer[0];
    }

    private static void requireTrue(boolean isProven) {
        if (!isProven) {
            throw new LogFault("a tile on disk is not what was signed; restart the node: it makes the tiles again");
        }
    }

    private static boolean maySee(long asker, Opening origin, Opening command) {
        return asker == ProofRequest.STAFF || ProvenRecord.isOf(asker, origin, command);
    }

    private Optional<ProofFile.Earlier> earlier(MerkleTree head, long from) {
        return from == 0
                ? Optional.empty()
                : Optional.of(
                        new ProofFile.Earlier(new TileHashes(tree, from).tree().root(), head.consistencyWith(from)));
    }
}
