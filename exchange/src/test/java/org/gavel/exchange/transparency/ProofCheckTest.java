package org.gavel.exchange.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.gavel.exchange.api.PublicLog.ProofRequest;
import org.gavel.exchange.transparency.ProofCheck.Proven;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.KeyList;
import org.gavel.protocol.proof.NoteKind;
import org.gavel.protocol.proof.NoteSigner;
import org.gavel.protocol.proof.SignedNote;
import org.gavel.protocol.reject.InvalidValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a proof proves to whoever has nothing but it and the keys; and that no other text proves anything. */
final class ProofCheckTest {
    /** Of so many changed bits one is tried with a forged hash too, where each costs several signatures to check. */
    private static final int FORGED_OF_ALL = 8;

    @TempDir
    private Path directory;

    private final NoteSigner notary = NoteSigner.generate("notary.example/w1", NoteKind.COSIGNATURE);
    private LogKit kit;
    private String text;
    private ProofCheck check;
    private int refused;
    private int accepted;

    /** A proof with all its parts: openings, two keys and the change between them, a witness, an earlier head. */
    @BeforeEach
    void prove() throws IOException {
        kit = new LogKit(directory).bids(11, 123_400);
        kit.signed().close();
        LogSigners.rotate(kit.keys(), LogKit.NOW.getEpochSecond() + 100);
        kit.bids(6, 200_000);
        try (VenueLog log = kit.signed(notary.verifier())) {
            log.offer(SignedNote.parse(kit.checkpoint())
                    .and(notary, 1_900_000_007L)
                    .write());
            text = LogKit.proof(log, 5, 2, 11);
        }
        check = new ProofCheck(kit.terms().signers().keys(), List.of(notary.verifier()));
    }

    @Test
    void provesWhoAskedWhatWhenAndWhoSaw() {
        Proven proven = check.check(ProofFile.parse(text));
        assertEquals(5, proven.entry().sequence());
        assertEquals(17, proven.head().size());
        assertEquals(2, proven.record().origin().orElseThrow().actor());
        assertEquals("c5", proven.record().origin().orElseThrow().cid().toString());
        assertEquals(
                "{\"amount\":\"123404\",\"bidder\":0,\"lot\":7,\"op\":\"PlaceBid\"}",
                proven.record().command().orElseThrow());
        assertEquals(1_900_000_007L, proven.cosigned().get(notary.verifier()));
        assertEquals(11, proven.earlier().orElseThrow().proof().first());
        assertEquals(0, proven.strangers());
    }

    @Test
    void isReadAsItIsWritten() {
        assertEquals(text, ProofFile.parse(text).write());
        assertEquals(text, ProofFile.parse(text + "\n").write());
    }

    @Test
    void isBrokenByAnyChangedBit() {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long seed = System.nanoTime();
        Random chance = new Random(seed);
        for (int bit = chance.nextInt(8); bit < bytes.length * 8; bit += 1 + chance.nextInt(8)) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            String other = new String(changed, StandardCharsets.UTF_8);
            requireRefused(other, "bit " + bit);
            if (chance.nextInt(FORGED_OF_ALL) == 0) {
                requireProvesNothingElse(other, "seed " + seed + ", bit " + bit);
            }
        }
    }

    @Test
    void isBrokenByEveryMissingOrDoubledByte() {
        for (int at = 0; at < text.length(); at++) {
            List<String> others = List.of(
                    text.substring(0, at) + text.substring(at + 1),
                    text.substring(0, at) + text.charAt(at) + text.substring(at),
                    text.substring(0, at));
            for (String other : others) {
                if (!other.equals(text)) {
                    requireRefused(other, "byte " + at);
                }
            }
        }
    }

    private void requireRefused(String other, String what) {
        assertThrows(InvalidProof.class, () -> check.check(ProofFile.parse(other)), what);
    }

    /**
     * A forger makes the file's own hash anew. Then only the signatures stand in the way; a signature turned into a
     * stranger's is told as one and proves nothing.
     */
    private void requireProvesNothingElse(String other, String what) {
        String forged;
        try {
            ObjectNode tree = JsonCodec.parse(other);
            tree.remove("hash");
            forged = CanonicalJson.write(tree.put("hash", CanonicalJson.hash(tree)));
        } catch (InvalidValue e) {
            return;
        }
        if (forged.equals(text)) {
            return;
        }
        try {
            Proven proven = check.check(ProofFile.parse(forged));
            assertEquals(1, proven.strangers(), what);
            assertEquals(17, proven.head().size(), what);
            accepted++;
        } catch (InvalidProof e) {
            refused++;
        }
    }

    @Test
    void aForgersHashChangesNothing() {
        requireProvesNothingElse(text.replaceFirst("\"index\":4", "\"index\":5"), "index");
        requireProvesNothingElse(text.replaceFirst("c2lnbm", "x"), "nothing changed");
        assertEquals(1, refused);
        assertEquals(0, accepted);
    }

    @Test
    void saysExactlyWhatDoesNotHold() {
        refuses("the path does not lead", tree -> tree.withArray("path").remove(0));
        refuses(
                "is of record 5, but the proof is of record 6: its index is 5, counted from 0",
                tree -> tree.put("index", 5));
        refuses("a tree of 18 leaves, the checkpoint has 17", tree -> tree.put("size", 18));
        refuses("who asked is not what", tree -> tree.set("origin", tree.get("command")));
        refuses("what was asked is not what", tree -> tree.set("command", tree.get("origin")));
        refuses("does not go on from that of 10", tree -> ((ObjectNode) tree.get("earlier")).put("size", 10));
        refuses("the field colour is unknown", tree -> tree.put("colour", "red"));
        refuses("format is not gavel.proof.v1", tree -> tree.put("format", "gavel.proof.v2"));
        refuses(
                "not signed by the key",
                tree -> tree.put(
                        "checkpoint", tree.get("checkpoint").textValue().replace("\n17\n", "\n18\n")));
        refuses(
                "the witness notary.example/w1 has not cosigned",
                tree -> tree.put(
                        "checkpoint",
                        kit.terms()
                                .signers()
                                .sign(
                                        Checkpoint.parse(SignedNote.parse(
                                                        tree.get("checkpoint").textValue())
                                                .text()),
                                        LogKit.NOW.getEpochSecond())
                                .write()));
    }

    private void refuses(String why, Consumer<ObjectNode> change) {
        ObjectNode tree = JsonCodec.parse(text);
        change.accept(tree);
        tree.remove("hash");
        tree.put("hash", CanonicalJson.hash(tree));
        InvalidProof refusal =
                assertThrows(InvalidProof.class, () -> check.check(ProofFile.parse(CanonicalJson.write(tree))));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    @Test
    void refusesForeignKeysAndWitnesses() {
        NoteSigner stranger = NoteSigner.generate(LogKit.ORIGIN, NoteKind.SIGNATURE);
        NoteSigner other = NoteSigner.generate("other.example", NoteKind.SIGNATURE);
        ProofFile proof = ProofFile.parse(text);
        InvalidProof foreign = assertThrows(
                InvalidProof.class, () -> new ProofCheck(KeyList.of(stranger.verifier()), List.of()).check(proof));
        assertTrue(foreign.getMessage().contains("none of yours leads to"), foreign.getMessage());
        assertThrows(InvalidProof.class, () -> new ProofCheck(KeyList.of(other.verifier()), List.of()).check(proof));
        NoteSigner absent = NoteSigner.generate("regulator.example", NoteKind.COSIGNATURE);
        assertThrows(InvalidProof.class, () -> new ProofCheck(check.keys(), List.of(absent.verifier())).check(proof));
    }

    @Test
    void refusesAnOldKeyForWhatCameAfterIt() throws IOException {
        NoteSigner old = NoteSigner.parse(Files.readString(kit.keys().resolve("log-1.key")));
        ProofFile proof = ProofFile.parse(text);
        SignedNote alone = SignedNote.sign(proof.checkpoint().text(), old);
        ProofFile forged = new ProofFile(
                proof.entry(),
                proof.inclusion(),
                alone,
                proof.origin(),
                proof.command(),
                proof.changes(),
                proof.earlier());
        InvalidProof refusal =
                assertThrows(InvalidProof.class, () -> new ProofCheck(check.keys(), List.of()).check(forged));
        assertTrue(refusal.getMessage().contains("does not count for it"), refusal.getMessage());
    }

    @Test
    void showsNothingOfWhoAndWhatWhereItIsSealed() {
        try (VenueLog log = kit.signed(notary.verifier())) {
            String sealed = LogKit.proof(log, 5, 0, 0);
            Proven proven = check.check(ProofFile.parse(sealed));
            assertTrue(proven.record().origin().isEmpty());
            assertTrue(proven.record().command().isEmpty());
            String all = LogKit.proof(log, 5, ProofRequest.STAFF, 0);
            String bytes = JsonCodec.parse(all).get("origin").get("bytes").textValue();
            assertTrue(!sealed.contains(bytes));
        }
    }
}
