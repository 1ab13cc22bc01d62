package org.gavel.loadtest.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gavel.loadtest.client.Outcome;
import org.gavel.loadtest.link.Push;

/**
 * All one bidder knows and wants at a roadshow. Whatever it is told, it names the interests that may want to act
 * differently now. No I/O; confined to one thread.
 */
final class BidderMind {
    /** The most lots one bidder keeps in mind. */
    static final int MAX_LOTS = 10_000;

    private final int participant;
    private final int roadshow;
    private final Appetite appetite;
    private final int mistakesPerMille;
    private final Purse purse = new Purse();
    private final Map<Integer, Lot> lots = new TreeMap<>();
    private final Map<Integer, Interest> interests = new TreeMap<>();
    private final Map<Integer, Integer> paddles = new TreeMap<>();
    private final Set<Integer> programme = new TreeSet<>();
    private boolean roadshowEnded;

    BidderMind(int participant, int roadshow, Appetite appetite, int mistakesPerMille) {
        this.participant = participant;
        this.roadshow = roadshow;
        this.appetite = appetite;
        this.mistakesPerMille = mistakesPerMille;
    }

    boolean roadshowEnded() {
        return roadshowEnded;
    }

    /** How everything public stands. */
    Collection<Interest> publicSnapshot(ObjectNode snapshot, Moment now) {
        for (JsonNode view : snapshot.path("roadshows")) {
            listen(view);
            roadshowEnded |= isOurs(view) && view.path("state").asText().equals("ENDED");
        }
        for (JsonNode view : snapshot.path("lots")) {
            learn((ObjectNode) view);
        }
        return reconsider(now);
    }

    /** How the participant's own account stands. */
    Collection<Interest> privateSnapshot(ObjectNode snapshot, Moment now) {
        purse.snapshot(snapshot);
        for (JsonNode deposit : snapshot.path("deposits")) {
            held(deposit.path("lot").asInt(), deposit.path("paddle").asInt());
        }
        return reconsider(now);
    }

    Collection<Interest> publicEvent(Push push, Moment now) {
        ObjectNode fields = push.fields();
        switch (push.event()) {
            case "RoadshowAnnounced" -> {
                listen(fields);
                return reconsider(now);
            }
            case "RoadshowEnded" -> roadshowEnded |= isOurs(fields);
            case "LotAnnounced" -> learn(fields);
            default -> {}
        }
        return lotEvent(push, now);
    }

    private Collection<Interest> lotEvent(Push push, Moment now) {
        Lot lot = lots.get(push.fields().path("lot").asInt());
        if (lot == null) {
            return List.of();
        }
        lot.apply(push);
        Interest interest = interests.get(lot.number());
        if (interest == null) {
            return List.of();
        }
        interest.reconsider(now, purse);
        return List.of(interest);
    }

    Collection<Interest> privateEvent(Push push, Moment now) {
        purse.apply(push);
        switch (push.event()) {
            case "DepositHeld" ->
                held(
                        push.fields().path("lot").asInt(),
                        push.fields().path("paddle").asInt());
            case "DepositCredited", "DepositReleased" -> interests.values().forEach(Interest::funded);
            default -> {}
        }
        return reconsider(now);
    }

    private void held(int lot, int paddle) {
        paddles.put(lot, paddle);
        Interest interest = interests.get(lot);
        if (interest != null) {
            interest.held(paddle);
        }
    }

    void answered(Interest interest, Intent intent, Outcome outcome, Moment now) {
        interest.answered(intent, outcome);
        interest.reconsider(now, purse);
    }

    private boolean isOurs(JsonNode view) {
        return view.path("roadshow").asInt() == roadshow;
    }

    private void listen(JsonNode view) {
        if (isOurs(view)) {
            view.path("lots").forEach(lot -> programme.add(lot.asInt()));
            lots.values().forEach(this::desire);
        }
    }

    private void learn(ObjectNode view) {
        Lot known = lots.get(view.path("lot").asInt());
        if (known != null) {
            known.restate(view);
        } else if (lots.size() < MAX_LOTS) {
            Lot.of(view).ifPresent(lot -> {
                lots.put(lot.number(), lot);
                desire(lot);
            });
        }
    }

    private void desire(Lot lot) {
        if (!programme.contains(lot.number()) || interests.containsKey(lot.number())) {
            return;
        }
        appetite.of(participant, lot.number(), lot.start()).ifPresent(wish -> {
            Interest interest = new Interest(lot, wish, mistakesPerMille);
            interests.put(lot.number(), interest);
            if (paddles.containsKey(lot.number())) {
                interest.held(paddles.get(lot.number()));
            }
        });
    }

    private Collection<Interest> reconsider(Moment now) {
        List<Interest> all = List.copyOf(interests.values());
        all.forEach(interest -> interest.reconsider(now, purse));
        return all;
    }
}
