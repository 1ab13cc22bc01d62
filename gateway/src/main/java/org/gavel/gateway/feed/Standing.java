package org.gavel.gateway.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.api.KeptState;
import org.gavel.protocol.event.AdmissionDecided;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.event.DeskEvent;
import org.gavel.protocol.event.LicenceRecorded;
import org.gavel.protocol.event.ListingQuoted;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.ParticipantDescribed;
import org.gavel.protocol.event.PartyMarked;
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

        /** Why the application was granted or refused. */
        private String reason = "";

        private ExclusionCause mark = ExclusionCause.NONE;
        private boolean excluded;
        private String licence = "";
        private boolean priority;
        private final OwnActs acts = new OwnActs();

        ObjectNode writeTo(ObjectNode tree) {
            return tree.put("application", application)
                    .put("reason", reason)
                    .put("mark", mark.name())
                    .put("excluded", excluded)
                    .put("licence", licence)
                    .put("priority", priority);
        }
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
            entry(decided.lot()).reason = decided.reason();
            entry(decided.lot()).acts.on(decided);
        } else if (event instanceof PartyMarked marked) {
            entry(marked.lot()).mark = marked.cause();
            entry(marked.lot()).excluded = marked.excluded();
        } else if (event instanceof LicenceRecorded recorded) {
            entry(recorded.lot()).licence = recorded.reference();
        } else if (event instanceof DeskEvent about) {
            entry(about.lot()).acts.on(event);
        }
    }

    /** What everybody is told, of which this is their own. */
    void on(LotEvent event) {
        if (event instanceof PriorityGranted granted) {
            entry(granted.lot()).priority = true;
        } else if (event instanceof DeskEvent || event instanceof ListingQuoted) {
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
        entries.forEach((lot, entry) ->
                entry.acts.writeOwn(entry.writeTo(lots.addObject().put("lot", lot))));
    }

    /** What the venue's staff see of them beside one lot: {@code admission} and their entry. */
    void writeTo(ObjectNode party, int lot) {
        Entry entry = entries.getOrDefault(lot, new Entry());
        entry.acts.writeTo(entry.writeTo(party.put("admission", admission.name())));
    }
}
