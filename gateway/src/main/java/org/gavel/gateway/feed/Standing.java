package org.gavel.gateway.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.gavel.exchange.api.KeptState;
import org.gavel.protocol.event.AdmissionDecided;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.DepositAsked;
import org.gavel.protocol.event.IntentionLapsed;
import org.gavel.protocol.event.IntentionRegistered;
import org.gavel.protocol.event.IntentionTermMoved;
import org.gavel.protocol.event.LicenceRecorded;
import org.gavel.protocol.event.ListingQuoted;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.ObjectionWithdrawn;
import org.gavel.protocol.event.ParticipantDescribed;
import org.gavel.protocol.event.PartyMarked;
import org.gavel.protocol.event.PledgeMade;
import org.gavel.protocol.event.PledgeWithdrawn;
import org.gavel.protocol.event.PriceOffered;
import org.gavel.protocol.event.PriorityGranted;
import org.gavel.protocol.event.PrivateEvent;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.Residence;

/** What one participant was told of their admission to the venue and to each lot. For the feed's thread. */
final class Standing implements KeptState {
    private static final class Entry implements KeptState {
        private String application = "NONE";
        private ExclusionCause mark = ExclusionCause.NONE;
        private boolean excluded;
        private String licence = "";
        private boolean priority;
        private final OwnActs acts = new OwnActs();
    }

    private AdmissionState admission = AdmissionState.REGISTERED;
    private Residence residence = Residence.UNKNOWN;
    private boolean staff;
    private final Map<Integer, Entry> entries = new TreeMap<>();

    void on(PrivateEvent event) {
        if (event instanceof AdmissionDecided decided) {
            admission = decided.state();
        } else if (event instanceof ParticipantDescribed described) {
            residence = described.residence();
            staff = described.staff();
        } else if (event instanceof ApplicationReceived received) {
            entry(received.lot()).application = "RECEIVED";
        } else if (event instanceof QualificationDecided decided) {
            entry(decided.lot()).application = decided.qualified() ? "QUALIFIED" : "REFUSED";
            entry(decided.lot()).acts.on(decided);
        } else if (event instanceof PartyMarked marked) {
            entry(marked.lot()).mark = marked.cause();
            entry(marked.lot()).excluded = marked.excluded();
        } else if (event instanceof LicenceRecorded recorded) {
            entry(recorded.lot()).licence = recorded.reference();
        } else {
            actOf(event).ifPresent(lot -> entry(lot).acts.on(event));
        }
    }

    /** The lot of what they have under way in a listing. */
    private static OptionalInt actOf(PrivateEvent event) {
        if (event instanceof IntentionRegistered registered) {
            return OptionalInt.of(registered.lot());
        } else if (event instanceof DepositAsked asked) {
            return OptionalInt.of(asked.lot());
        } else if (event instanceof IntentionTermMoved moved) {
            return OptionalInt.of(moved.lot());
        } else if (event instanceof IntentionLapsed lapsed) {
            return OptionalInt.of(lapsed.lot());
        } else if (event instanceof PriceOffered offered) {
            return OptionalInt.of(offered.lot());
        }
        return OptionalInt.empty();
    }

    /** What everybody is told, of which this is their own. */
    void on(LotEvent event) {
        if (event instanceof PriorityGranted granted) {
            entry(granted.lot()).priority = true;
        } else if (event instanceof DealAnnounced
                || event instanceof ListingQuoted
                || event instanceof PledgeMade
                || event instanceof PledgeWithdrawn
                || event instanceof ObjectionRaised
                || event instanceof ObjectionWithdrawn) {
            entry(event.lot()).acts.on(event);
        }
    }

    /** A deposit is held. */
    void confirmed(int lot) {
        if (entries.containsKey(lot)) {
            entries.get(lot).acts.confirmed();
        }
    }

    void objectionOver(int lot) {
        entry(lot).acts.objectionOver();
    }

    private Entry entry(int lot) {
        return entries.computeIfAbsent(lot, number -> new Entry());
    }

    /** Adds {@code admission}, {@code residence}, {@code staff} and the {@code entries} of lots. */
    void writeTo(ObjectNode tree) {
        tree.put("admission", admission.name())
                .put("residence", residence.name())
                .put("staff", staff);
        ArrayNode lots = tree.putArray("entries");
        entries.forEach((lot, entry) -> entry.acts.writeTo(lots.addObject()
                .put("lot", lot)
                .put("application", entry.application)
                .put("mark", entry.mark.name())
                .put("excluded", entry.excluded)
                .put("licence", entry.licence)
                .put("priority", entry.priority)));
    }
}
