package org.gavel.exchange.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.DealEnded;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;

/** All that a course tells of one deal and of the sales made from it. Takes the course in order; single-threaded. */
public final class DealDossier {
    private final DealAnnounced announced;
    private final DealRecords about;
    private final List<AuditedRecord> records = new ArrayList<>();
    private final List<LotAwarded> awards = new ArrayList<>();
    private final Set<Integer> annulled = new TreeSet<>();
    private final Set<Integer> participants = new TreeSet<>();
    private LotDossier.Ending ending = LotDossier.Ending.NONE;

    /** A dossier of the deal that was announced so; the record that did is the first it takes. */
    public DealDossier(DealAnnounced announced) {
        this.announced = announced;
        this.about = new DealRecords(announced.lot());
    }

    /** Takes in the next record of the course; those about others are passed over. */
    public void take(AuditedRecord record) {
        if (!about.take(record)) {
            return;
        }
        records.add(record);
        for (Event event : record.events()) {
            if (about.has(Subjects.lotOf(event))) {
                Subjects.participantsOf(event).forEach(participants::add);
                happened(record, event);
            }
        }
    }

    private void happened(AuditedRecord record, Event event) {
        if (event instanceof LotAwarded awarded) {
            awards.add(awarded);
            end("AWARDED", "", awarded.closedAt(), record);
        } else if (event instanceof LotVoided voided) {
            annulled.add(voided.lot());
            end("ANNULLED", voided.reason(), record.at(), record);
        } else if (event instanceof LotPassed passed) {
            end("PASSED", passed.cause().name(), passed.closedAt(), record);
        } else if (event instanceof LotTerminated terminated) {
            end("TERMINATED", terminated.reason(), record.at(), record);
        } else if (event instanceof DealEnded ended) {
            String reason = ended.reason().isEmpty() ? "" : ": " + ended.reason();
            end("ENDED", ended.cause().name() + reason, record.at(), record);
        }
    }

    /** A sale ends as the lot it is; the offer it came from goes on until its own end. */
    private void end(String state, String cause, long at, AuditedRecord record) {
        if (announced.terms().isLot() || state.equals("ENDED")) {
            ending = new LotDossier.Ending(state, cause, at, record.sequence());
        }
    }

    public DealAnnounced announced() {
        return announced;
    }

    /** Whether this number is the deal's or one of its sales'. */
    public boolean has(int lot) {
        return about.has(lot);
    }

    /** Every record about it, in order. */
    public List<AuditedRecord> records() {
        return List.copyOf(records);
    }

    /** In order; still here where a sale was annulled afterwards. */
    public List<LotAwarded> awards() {
        return List.copyOf(awards);
    }

    /** Whether this award was annulled afterwards. */
    public boolean isAnnulled(LotAwarded award) {
        return annulled.contains(award.lot());
    }

    /** How it ended; of an offer or a need {@code ENDED}, of other deals as of lots. */
    public LotDossier.Ending ending() {
        return ending;
    }

    /** Everybody an event of it is about, by their numbers. */
    public List<Integer> participants() {
        return List.copyOf(participants);
    }
}
