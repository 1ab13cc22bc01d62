package org.gavel.exchange.sealing;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.event.EnvelopeOpened;
import org.gavel.protocol.event.EnvelopeSubmitted;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.SealedTerms;

/** What the journal holds of one lot's running round of envelopes. Single-threaded. */
public final class SealedLot {
    private final int lot;
    private final TreeMap<Integer, SubmittedEnvelope> unopened = new TreeMap<>();
    private List<PhaseTerms> phases = List.of();
    private EnvelopeKey key = EnvelopeKey.NONE;
    private boolean sealed;
    private boolean opening;
    private int round;

    SealedLot(int lot) {
        this.lot = lot;
    }

    /**
     * Replays the journal of a data directory as far as it has come, verifying all of it. Read-only; the node may be
     * running.
     *
     * @throws org.gavel.exchange.journal.JournalDamage at the first damage
     */
    public static SealedLot read(Path dataDirectory, Sealer sealer, int lot) {
        SealedLot read = new SealedLot(lot);
        JournalReader.read(dataDirectory, new AcceptedCommands(sealer, read::applied));
        return read;
    }

    private void applied(Applied applied, SubmitEnvelope sent) {
        for (Event event : applied.events()) {
            if (event instanceof LotEvent about && about.lot() == lot) {
                if (event instanceof EnvelopeSubmitted taken) {
                    String ciphertext = sent.ciphertext();
                    unopened.put(
                            taken.bidder(),
                            new SubmittedEnvelope(
                                    taken.bidder(), taken.paddle(), taken.commitment(), taken.number(), ciphertext));
                } else {
                    happened(about);
                }
            }
        }
    }

    private void happened(LotEvent event) {
        if (event instanceof LotAnnounced announced) {
            phases = announced.phases();
        } else if (event instanceof LotOpened opened) {
            begin(phases.get(opened.phase() - 1));
        } else if (event instanceof StageOpened stage && sealed) {
            turn(stage);
        } else if (event instanceof EnvelopeOpened opened) {
            unopened.remove(opened.bidder());
        } else if (ends(event)) {
            opening = false;
        }
    }

    private void begin(PhaseTerms phase) {
        sealed = phase instanceof SealedTerms;
        key = phase instanceof SealedTerms terms ? terms.envelopeKey() : EnvelopeKey.NONE;
        opening = false;
        unopened.clear();
    }

    private void turn(StageOpened stage) {
        opening = stage.kind() == StageKind.REVEAL;
        if (stage.kind() == StageKind.SEALED && round != roundOf(stage)) {
            unopened.clear();
        }
        round = roundOf(stage);
    }

    /** Each round has two stages. */
    private static int roundOf(StageOpened stage) {
        return (stage.stage() + 1) / 2;
    }

    private static boolean ends(LotEvent event) {
        return event instanceof LotAwarded
                || event instanceof LotPassed
                || event instanceof LotTerminated
                || event instanceof LotWithdrawn;
    }

    /**
     * Refuses, before anybody's share is looked at, where there is nothing to open yet or any more.
     *
     * @throws IllegalStateException with a sentence for the operator
     */
    public void requireOpening() {
        if (phases.isEmpty()) {
            throw new IllegalStateException("the journal knows no lot " + lot + "; name one that was announced");
        }
        if (key.equals(EnvelopeKey.NONE)) {
            throw new IllegalStateException("lot " + lot + " is in no phase with an envelope key");
        }
        if (!opening) {
            throw new IllegalStateException("lot " + lot + " takes no openings now: envelopes are opened in its REVEAL"
                    + " stage, not before and not afterwards");
        }
    }

    public EnvelopeKey key() {
        return key;
    }

    /** The running round, from 1. */
    public int round() {
        return round;
    }

    /** In the order of their bidders' numbers. */
    public List<SubmittedEnvelope> unopened() {
        return List.copyOf(unopened.values());
    }

    /** What the key opens of them. */
    public List<Finding> open(EnvelopePrivateKey privateKey) {
        return unopened.values().stream()
                .map(envelope -> privateKey.open(lot, round, envelope))
                .toList();
    }
}
