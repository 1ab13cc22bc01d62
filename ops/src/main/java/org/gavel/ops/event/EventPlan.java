package org.gavel.ops.event;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.rulebook.RuleFile;
import org.gavel.ops.rulebook.ShippedRules;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.AdmissionState;

/**
 * What a valid event file says. Immutable.
 *
 * @param event the event's own name, which keeps it apart from the venue's other events
 * @param places where in the file everything stands
 */
public record EventPlan(
        String event,
        String venue,
        String rulebook,
        List<Party> sellers,
        List<Party> bidders,
        Programme programme,
        Places places) {
    private static final String REASON = "The event's lots are held under it.";
    private static final String VERIFIED = "The venue has checked who this is.";

    public EventPlan {
        sellers = List.copyOf(sellers);
        bidders = List.copyOf(bidders);
    }

    public List<PlannedLot> lots() {
        return programme.lots();
    }

    public List<AnnounceRoadshow> sessions() {
        return programme.sessions();
    }

    /**
     * Everything to be asked of the venue, in order: the rules it may lack, participants and what is said of them, lots
     * and listings, each with the rights of first refusal on it, deals, books, sessions, and at last what is put on
     * accounts. A file that has been loaded long ago is thus refused at its first number, before any money moves.
     *
     * @param key makes identity hashes and the salts of hidden reserves and fixed paddles
     */
    public List<LoadCommand> commands(SealingKey key) {
        List<CreditDeposit> payments = parties()
                .filter(party -> party.deposit().fen() > 0)
                .map(this::credit)
                .toList();
        List<CreditUnits> units =
                parties().flatMap(party -> party.units().stream()).toList();
        Loading loading = new Loading(new LoadIds(
                event, Stream.concat(payments.stream(), units.stream()).toList()));
        rules().forEach(one -> loading.add(one.isCalendar() ? 'C' : 'B', one.number(), one.install(REASON), Map.of()));
        participants(loading, key);
        offers(loading, key);
        payments.forEach(one -> loading.add('D', one.participant(), one, places.parties()));
        units.forEach(one -> loading.add('U', one.participant(), one, places.parties()));
        return loading.commands();
    }

    private List<RuleFile> rules() {
        return programme.countsDays() ? ShippedRules.neededToCountDaysBy(rulebook) : ShippedRules.neededBy(rulebook);
    }

    private void participants(Loading loading, SealingKey key) {
        parties()
                .filter(party -> !party.registered())
                .map(party -> register(party, key))
                .forEach(one -> loading.add('R', one.participant(), one, places.parties()));
        parties()
                .filter(party -> party.standing().verified())
                .map(party -> new DecideAdmission(party.number(), AdmissionState.VERIFIED, VERIFIED))
                .forEach(one -> loading.add('V', one.participant(), one, places.parties()));
        parties()
                .flatMap(party -> party.description(key).stream())
                .forEach(one -> loading.add('I', one.participant(), one, places.parties()));
    }

    private void offers(Loading loading, SealingKey key) {
        for (PlannedLot lot : lots()) {
            loading.add('L', lot.number(), lot.announce(event, key), places.lots());
            lot.grants().forEach(one -> loading.add('P', one.participant(), one, at(places.lots(), lot.number(), one)));
        }
        for (PlannedListing listing : programme.listings()) {
            loading.add('G', listing.number(), listing.announce(event, key), places.listings());
            listing.lot()
                    .grants()
                    .forEach(one ->
                            loading.add('P', one.participant(), one, at(places.listings(), listing.number(), one)));
        }
        programme.deals().forEach(one -> loading.add('A', one.lot(), one, places.deals()));
        programme.books().forEach(one -> loading.add('K', one.book(), one, places.books()));
        sessions().forEach(one -> loading.add('S', one.roadshow(), one, places.sessions()));
    }

    /** A right of first refusal stands where its lot does. */
    private static Map<Integer, String> at(Map<Integer, String> places, int number, GrantPriority right) {
        return Map.of(right.participant(), places.getOrDefault(number, ""));
    }

    private Stream<Party> parties() {
        return Stream.concat(sellers.stream(), bidders.stream());
    }

    private static RegisterParticipant register(Party party, SealingKey key) {
        return new RegisterParticipant(party.number(), party.identityHash(key));
    }

    private CreditDeposit credit(Party party) {
        return new CreditDeposit(party.number(), party.deposit(), event + "/" + party.number());
    }

    /**
     * The same lots and sessions once more, their numbers higher by {@code shift}, for participants who are there
     * already. Lots that opened at a time of their own wait for the clerk; what runs for days is not repeated.
     */
    public EventPlan again(int shift) {
        return new EventPlan(
                event,
                venue,
                rulebook,
                List.of(),
                List.of(),
                new Programme(
                        lots().stream().map(lot -> lot.shifted(shift)).toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        sessions().stream()
                                .map(session -> shifted(session, shift))
                                .toList()),
                Places.NONE);
    }

    private static AnnounceRoadshow shifted(AnnounceRoadshow session, int shift) {
        return new AnnounceRoadshow(
                Math.addExact(session.roadshow(), shift),
                session.title(),
                session.lots().stream().map(lot -> Math.addExact(lot, shift)).toList(),
                session.interval());
    }

    /** The start prices of all lots together, in fen. */
    public long startsFen() {
        return lots().stream().mapToLong(lot -> lot.start().fen()).reduce(0, Math::addExact);
    }

    /** The list prices of all listings together, in fen. */
    public long listPricesFen() {
        return programme.listings().stream()
                .mapToLong(listing -> listing.listPrice().fen())
                .reduce(0, Math::addExact);
    }

    /** What the bidders have paid in together, in fen. */
    public long depositsFen() {
        return bidders.stream().mapToLong(party -> party.deposit().fen()).reduce(0, Math::addExact);
    }
}
