package org.gavel.ops.event;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.rulebook.ShippedRules;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.AdmissionState;

/**
 * What a valid event file says. Immutable.
 *
 * @param event the event's own name, which keeps it apart from the venue's other events
 */
public record EventPlan(
        String event,
        String venue,
        String rulebook,
        List<Party> sellers,
        List<Party> bidders,
        List<PlannedLot> lots,
        List<AnnounceRoadshow> sessions) {
    private static final String REASON = "The event's lots are held under it.";
    private static final String VERIFIED = "The venue has checked who this is.";

    public EventPlan {
        sellers = List.copyOf(sellers);
        bidders = List.copyOf(bidders);
        lots = List.copyOf(lots);
        sessions = List.copyOf(sessions);
    }

    /**
     * Everything to be asked of the venue, in order: the rules it may lack, participants and what is said of them, lots,
     * each with the rights of first refusal on it, sessions, and at last the payments. A file that has been loaded long ago is thus refused at its first number, before any money moves.
     *
     * @param key makes identity hashes and the salts of hidden reserves and fixed paddles
     */
    public List<LoadCommand> commands(SealingKey key) {
        List<CreditDeposit> payments = parties()
                .filter(party -> party.deposit().fen() > 0)
                .map(this::credit)
                .toList();
        LoadIds ids = new LoadIds(event, payments);
        List<LoadCommand> commands = new ArrayList<>();
        ShippedRules.neededBy(rulebook)
                .forEach(one -> commands.add(new LoadCommand(
                        ids.next(one.isCalendar() ? 'C' : 'B', one.number(), one.install(REASON)),
                        one.install(REASON))));
        parties()
                .filter(party -> !party.registered())
                .map(party -> register(party, key))
                .forEach(one -> commands.add(new LoadCommand(ids.next('R', one.participant(), one), one)));
        parties()
                .filter(party -> party.standing().verified())
                .map(party -> new DecideAdmission(party.number(), AdmissionState.VERIFIED, VERIFIED))
                .forEach(one -> commands.add(new LoadCommand(ids.next('V', one.participant(), one), one)));
        parties()
                .flatMap(party -> party.description(key).stream())
                .forEach(one -> commands.add(new LoadCommand(ids.next('I', one.participant(), one), one)));
        for (PlannedLot lot : lots) {
            AnnounceLot announced = lot.announce(event, key);
            commands.add(new LoadCommand(ids.next('L', announced.lot(), announced), announced));
            lot.grants().forEach(one -> commands.add(new LoadCommand(ids.next('P', one.participant(), one), one)));
        }
        sessions.forEach(one -> commands.add(new LoadCommand(ids.next('S', one.roadshow(), one), one)));
        payments.forEach(one -> commands.add(new LoadCommand(ids.next('D', one.participant(), one), one)));
        return commands;
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
     * already. Lots that opened at a time of their own wait for the clerk.
     */
    public EventPlan again(int shift) {
        return new EventPlan(
                event,
                venue,
                rulebook,
                List.of(),
                List.of(),
                lots.stream().map(lot -> lot.shifted(shift)).toList(),
                sessions.stream().map(session -> shifted(session, shift)).toList());
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
        return lots.stream().mapToLong(lot -> lot.start().fen()).reduce(0, Math::addExact);
    }

    /** What the bidders have paid in together, in fen. */
    public long depositsFen() {
        return bidders.stream().mapToLong(party -> party.deposit().fen()).reduce(0, Math::addExact);
    }
}
