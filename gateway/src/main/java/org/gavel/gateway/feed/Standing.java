package org.gavel.gateway.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.api.KeptState;
import org.gavel.protocol.event.AdmissionDecided;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.event.LicenceRecorded;
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
        private ExclusionCause mark = ExclusionCause.NONE;
        private boolean excluded;
        private String licence = "";
        private boolean priority;
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
        } else if (event instanceof PartyMarked marked) {
            entry(marked.lot()).mark = marked.cause();
            entry(marked.lot()).excluded = marked.excluded();
        } else if (event instanceof LicenceRecorded recorded) {
            entry(recorded.lot()).licence = recorded.reference();
        }
    }

    void on(PriorityGranted granted) {
        entry(granted.lot()).priority = true;
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
        entries.forEach((lot, entry) -> lots.addObject()
                .put("lot", lot)
                .put("application", entry.application)
                .put("mark", entry.mark.name())
                .put("excluded", entry.excluded)
                .put("licence", entry.licence)
                .put("priority", entry.priority));
    }
}
