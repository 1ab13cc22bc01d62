package org.gavel.exchange.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.ReserveOpened;
import org.gavel.protocol.value.Money;

/** All that a course tells of one lot. Takes every record of the course in order; single-threaded. */
public final class LotDossier {
    private final int lot;
    private final boolean keepsRecords;
    private final TreeMap<Integer, Entrant> entrants = new TreeMap<>();
    private final Offers offers = new Offers();
    private final List<AuditedRecord> records = new ArrayList<>();
    private final List<LotAwarded> awards = new ArrayList<>();
    private Optional<LotAnnounced> announced = Optional.empty();
    private Optional<ReserveOpened> reserve = Optional.empty();
    private AuditedRecord announcedBy;
    private Ending ending = Ending.NONE;
    private long openedAt;
    private int extensions;

    /**
     * How a lot ended.
     *
     * @param state {@code AWARDED}, {@code PASSED}, {@code WITHDRAWN}, {@code TERMINATED}, {@code ANNULLED}, or empty
     * @param cause why, in a word or in the venue's own words; empty where it was sold
     * @param at the instant, microseconds since 1970
     * @param sequence of the record that showed it
     */
    public record Ending(String state, String cause, long at, long sequence) {
        static final Ending NONE = new Ending("", "", 0, 0);

        public boolean isSale() {
            return state.equals("AWARDED");
        }
    }

    /** A dossier of everything about a lot. */
    public LotDossier(int lot) {
        this(lot, true);
    }

    private LotDossier(int lot, boolean keepsRecords) {
        this.lot = lot;
        this.keepsRecords = keepsRecords;
    }

    /** A dossier of what happened on a lot, without the records themselves: for looking at many lots at once. */
    public static LotDossier withoutRecords(int lot) {
        return new LotDossier(lot, false);
    }

    /** Takes in the next record of the course; those about other lots are passed over. */
    public void take(AuditedRecord record) {
        if (!record.concernsLot(lot)) {
            return;
        }
        if (keepsRecords) {
            records.add(record);
        }
        List<Event> about = record.events().stream()
                .filter(event -> Subjects.lotOf(event) == lot)
                .toList();
        about.forEach(event -> enter(record, event));
        about.forEach(event -> happened(record, event));
    }

    /** Where no deposit is asked for a paddle is given with the first bid. */
    private void enter(AuditedRecord record, Event event) {
        int participant = event instanceof LotEvent told ? told.owner() : 0;
        if (participant > 0 && entrants.values().stream().noneMatch(known -> known.participant() == participant)) {
            int paddle = Subjects.paddleOf(event);
            if (paddle > 0) {
                entrants.put(
                        paddle,
                        new Entrant(
                                paddle,
                                participant,
                                Money.ZERO,
                                record.at(),
                                record.sequence(),
                                Entrant.State.HELD,
                                0));
            }
        }
    }

    private void happened(AuditedRecord record, Event event) {
        if (event instanceof LotAnnounced told) {
            announced = Optional.of(told);
            announcedBy = record;
        } else if (event instanceof LotOpened && openedAt == 0) {
            openedAt = record.at();
        } else if (event instanceof LotExtended extended) {
            extensions = extended.extension();
        } else if (event instanceof ReserveOpened opened) {
            reserve = Optional.of(opened);
        } else {
            deposit(record, event);
            end(record, event);
            offers.take(record, event, entrants);
        }
    }

    private void deposit(AuditedRecord record, Event event) {
        if (event instanceof DepositHeld held) {
            Entrant entrant = new Entrant(
                    held.paddle(),
                    held.participant(),
                    held.amount(),
                    record.at(),
                    record.sequence(),
                    Entrant.State.HELD,
                    0);
            entrants.put(held.paddle(), entrant);
        } else if (event instanceof DepositReleased released) {
            settle(released.participant(), Entrant.State.RELEASED, record.at());
        } else if (event instanceof DepositForfeited forfeited) {
            settle(forfeited.participant(), Entrant.State.FORFEITED, record.at());
        }
    }

    private void settle(int participant, Entrant.State state, long at) {
        entrants.replaceAll(
                (paddle, entrant) -> entrant.participant() == participant ? entrant.ended(state, at) : entrant);
    }

    private void end(AuditedRecord record, Event event) {
        if (event instanceof LotAwarded awarded) {
            awards.add(awarded);
            ending = new Ending("AWARDED", "", awarded.closedAt(), record.sequence());
        } else if (event instanceof LotPassed passed) {
            ending = new Ending("PASSED", passed.cause().name(), passed.closedAt(), record.sequence());
        } else if (event instanceof LotWithdrawn withdrawn) {
            ending = new Ending("WITHDRAWN", withdrawn.reason(), record.at(), record.sequence());
        } else if (event instanceof LotTerminated terminated) {
            ending = new Ending("TERMINATED", terminated.reason(), record.at(), record.sequence());
        } else if (event instanceof LotVoided voided) {
            ending = new Ending("ANNULLED", voided.reason(), record.at(), record.sequence());
        }
    }

    public int lot() {
        return lot;
    }

    /** Its announcement; empty where the course knows no such lot. */
    public Optional<LotAnnounced> announced() {
        return announced;
    }

    /** The record that announced it; only for a lot that was. */
    public AuditedRecord announcedBy() {
        return announcedBy;
    }

    /** By their paddles. */
    public List<Entrant> entrants() {
        return List.copyOf(entrants.values());
    }

    public List<Offer> offers() {
        return offers.all();
    }

    /** Best first; still here where the sale was annulled afterwards. */
    public List<LotAwarded> awards() {
        return List.copyOf(awards);
    }

    public Ending ending() {
        return ending;
    }

    /** The hidden reserve, once it was opened. */
    public Optional<ReserveOpened> reserve() {
        return reserve;
    }

    /** When bidding first opened, microseconds since 1970; 0 before. */
    public long openedAt() {
        return openedAt;
    }

    public int extensions() {
        return extensions;
    }

    /** Every record about it, in order. */
    public List<AuditedRecord> records() {
        return List.copyOf(records);
    }
}
