package org.gavel.exchange.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.SaleMade;
import org.gavel.protocol.value.Role;

/**
 * What people are called in an auditor's output. Hidden, a participant is their paddle on the lot in hand ({@code P03})
 * and elsewhere, as in deals, a number of their first appearance ({@code T0007}); whatever could name them otherwise is left out.
 * The venue's staff act in public office and keep their numbers. Must learn every record in order. Single-threaded.
 */
public final class Pseudonyms {
    private static final String HIDDEN = "[hidden]";
    private static final Set<String> NAMING =
            Set.of("cid", "about", "identityHash", "legalPerson", "reference", "token", "panel");
    private static final Set<String> NUMBERS =
            Set.of("participant", "bidder", "winner", "buyer", "objector", "one", "other");

    private final boolean disclosed;
    private final Map<Long, Integer> paddles = new HashMap<>();
    private final Map<Long, Integer> appearances = new HashMap<>();
    private final Set<Integer> withoutPaddles = new HashSet<>();

    /** @param disclosed true: participants are called by their numbers and nothing is left out */
    public Pseudonyms(boolean disclosed) {
        this.disclosed = disclosed;
    }

    public boolean disclosed() {
        return disclosed;
    }

    /** Takes in who has which paddle from then on. */
    public void learn(AuditedRecord record) {
        for (Event event : record.events()) {
            if (event instanceof DealAnnounced deal) {
                withoutPaddles.add(deal.lot());
            } else if (event instanceof SaleMade sale) {
                withoutPaddles.add(sale.lot());
            } else if (event instanceof DepositHeld held && !withoutPaddles.contains(held.lot())) {
                paddles.put(key(held.lot(), held.participant()), held.paddle());
            }
            Subjects.participantsOf(event).forEach(participant -> {
                appearance(participant);
                learn(Subjects.lotOf(event), participant, event);
            });
        }
    }

    /** Where a lot asks for no deposit a paddle is given with the first bid. */
    private void learn(int lot, int participant, Event event) {
        if (lot > 0 && !withoutPaddles.contains(lot) && !paddles.containsKey(key(lot, participant))) {
            int paddle = Subjects.paddleOf(event);
            if (paddle > 0) {
                paddles.put(key(lot, participant), paddle);
            }
        }
    }

    private static long key(int lot, long participant) {
        return ((long) lot << 32) | participant;
    }

    private int appearance(long participant) {
        return appearances.computeIfAbsent(participant, none -> appearances.size() + 1);
    }

    /** A participant as they are called where a lot is in hand, 0 for no lot. */
    public String participant(int lot, long participant) {
        if (participant == 0) {
            return "-";
        }
        return disclosed ? Long.toString(participant) : pseudonym(lot, participant);
    }

    /** What a participant is called wherever nobody is disclosed. */
    public String pseudonym(int lot, long participant) {
        Integer paddle = paddles.get(key(lot, participant));
        return paddle == null
                ? String.format(Locale.ROOT, "T%04d", appearance(participant))
                : String.format(Locale.ROOT, "P%02d", paddle);
    }

    /** Who asked, and for whom where that is somebody else. */
    public String who(AuditedRecord record) {
        return who(record, record.lot());
    }

    /** The same where another lot is in hand than the one the command names. */
    public String who(AuditedRecord record, int lot) {
        Role role = record.origin().role();
        if (role == Role.SYSTEM) {
            return "venue";
        }
        if (role == Role.BIDDER) {
            return participant(lot, record.origin().actor());
        }
        String staff =
                role.name().toLowerCase(Locale.ROOT) + " " + record.origin().actor();
        return record.participant() == 0 ? staff : staff + " for " + participant(lot, record.participant());
    }

    /** A command as it may be shown. */
    public ObjectNode show(AuditedRecord record) {
        return disclosed ? record.command() : masked(record.command().deepCopy(), record, record.lot());
    }

    /** One of a record's events as it may be shown. */
    public ObjectNode show(AuditedRecord record, Event event) {
        ObjectNode tree = JsonCodec.tree(event);
        if (event instanceof OrdersTraded trade && !disclosed) {
            tree.put("seller", participant(0, trade.seller()));
        }
        int lot = Subjects.lotOf(event);
        return disclosed ? tree : masked(tree, record, lot == 0 ? record.lot() : lot);
    }

    private ObjectNode masked(ObjectNode tree, AuditedRecord record, int lot) {
        for (Map.Entry<String, JsonNode> field : tree.properties().stream().toList()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (hides(tree, name)) {
                tree.put(name, name.equals(Sealed.FIELD) ? "[sealed]" : HIDDEN);
            } else if (NUMBERS.contains(name) && value.isIntegralNumber()) {
                tree.put(name, participant(lot, value.asLong()));
            } else if (name.equals("actor")) {
                tree.put(name, who(record, lot));
            } else if (name.equals("subject")) {
                tree.put(name, subject(tree, value.asLong()));
            } else if (value instanceof ObjectNode inner) {
                masked(inner, record, lot);
            } else if (name.equals("participants") && value instanceof ArrayNode) {
                tree.put(name, HIDDEN).put("salt", HIDDEN);
            }
        }
        return tree;
    }

    /** Where a deal is public is for everybody to see; other references are a bank's. */
    private static boolean hides(ObjectNode tree, String name) {
        boolean isPublic = name.equals("reference")
                && (tree.path("event").asText().equals("DealPublished")
                        || tree.path("op").asText().equals("PublishDeal"));
        return !isPublic && (NAMING.contains(name) || name.equals(Sealed.FIELD));
    }

    private String subject(ObjectNode token, long subject) {
        return Role.BIDDER.name().equals(token.path("granted").asText())
                ? participant(0, subject)
                : Long.toString(subject);
    }
}
