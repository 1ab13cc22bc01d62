package org.gavel.exchange.engine.listing;

import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.ConcludeAgreement;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.TerminateListing;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ListingAnnounced;
import org.gavel.protocol.event.ListingClosed;
import org.gavel.protocol.event.ListingExtended;
import org.gavel.protocol.event.ListingResumed;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.SoftClose;
import org.junit.jupiter.api.Test;

/** Random courses of listings: the engine beside {@link NaiveListing}. */
final class ListingPropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", 20_260_101L);
    private static final int COURSES = Effort.times(1_000);
    private static final int ACTS = 60;
    private static final int[] PEOPLE = {2, MarketFixture.ALICE, MarketFixture.BOB, MarketFixture.CAROL};

    @Test
    void everyCourseIsTheModels() {
        System.out.println("seed " + SEED);
        Set<String> outcomes = new TreeSet<>();
        for (int i = 0; i < COURSES; i++) {
            try {
                outcomes.add(new Course(new SplittableRandom(SEED + i)).play());
            } catch (AssertionError e) {
                throw new AssertionError("repeat with -Dgavel.seed=" + (SEED + i), e);
            }
        }
        assertEquals(Set.of("AGREED", "COMPETITION", "NO_AGREEMENT", "NO_PARTY", "TERMINATED"), outcomes);
    }

    /** One listing. */
    private static final class Course {
        private final SplittableRandom random;
        private final ListingMarket listings = new ListingMarket();
        private final NaiveListing.Rule rule;
        private final NaiveListing model;
        private LocalDateTime now = LocalDateTime.parse("2026-03-02T10:00");

        Course(SplittableRandom random) {
            this.random = random;
            int cycle = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(6);
            int most = cycle == 0 ? 0 : 1 + random.nextInt(3);
            int fewer = cycle == 0 ? 0 : 1 + random.nextInt(2);
            rule = new NaiveListing.Rule(
                    1 + random.nextInt(12), cycle, most, fewer, random.nextBoolean(), random.nextInt(3) == 0);
            model = new NaiveListing(rule, now);
        }

        String play() {
            ListingPlan plan = ListingPlan.listing().days(rule.days());
            plan = rule.cycleDays() == 0 ? plan : plan.extended(rule.cycleDays(), rule.mostCycles(), rule.fewerThan());
            plan = rule.silence() ? plan.silenceQualifies() : plan;
            listings.announce(rule.quotes() ? plan.quotes(SoftClose.NONE) : plan)
                    .done();
            for (int i = 0; i < ACTS && !model.state.equals("CLOSED"); i++) {
                step();
            }
            if (model.state.equals("SUSPENDED")) {
                model.resume(now);
                listings.resume().done();
            }
            now = now.plusDays(120);
            model.pass(now);
            at();
            listings.market.tick();
            check();
            return model.outcome;
        }

        private void at() {
            listings.market.atMicros(NaiveListing.micros(now));
        }

        /** Time passes: some hours, or to the very end of a term, or to the microsecond before it. */
        private void step() {
            Optional<LocalDateTime> next = model.next();
            if (next.isPresent() && random.nextInt(4) == 0) {
                LocalDateTime edge = next.get().minusNanos(random.nextBoolean() ? 0 : 1_000);
                now = edge.isAfter(now) ? edge : now;
            } else {
                now = now.plusMinutes(random.nextInt(2_000));
            }
            model.pass(now);
            at();
            act();
            assertEquals(
                    model.state.equals("CLOSED"),
                    listings.market.history().stream().flatMap(List::stream).anyMatch(ListingClosed.class::isInstance),
                    () -> model.state + " " + model.outcome + " at " + now + ": " + tail());
            if (model.state.equals("DISCLOSING")) {
                assertEquals(NaiveListing.micros(model.close), closesAt());
            }
        }

        /** What happened last, for the failure's message. */
        private String tail() {
            List<List<Event>> all = listings.market.history();
            return all.subList(Math.max(0, all.size() - 8), all.size()).toString();
        }

        private long closesAt() {
            long closesAt = 0;
            for (Event event :
                    listings.market.history().stream().flatMap(List::stream).toList()) {
                if (event instanceof ListingAnnounced announced) {
                    closesAt = announced.closesAt();
                } else if (event instanceof ListingExtended extended) {
                    closesAt = extended.closesAt();
                } else if (event instanceof ListingResumed resumed) {
                    closesAt = resumed.closesAt();
                }
            }
            return closesAt;
        }

        private void act() {
            int who = PEOPLE[random.nextInt(PEOPLE.length)];
            switch (random.nextInt(13)) {
                case 0, 1 -> register(who);
                case 2, 3 -> qualify(who, random.nextInt(5) > 0);
                case 4, 5, 6 -> hold(who);
                case 7, 8 -> offer(who, 44 + random.nextInt(6));
                case 9 -> conclude();
                case 10 -> interrupt();
                case 11 -> mark(who);
                default -> rare();
            }
        }

        private boolean runs() {
            return !model.state.equals("CLOSED") && !model.state.equals("SUSPENDED");
        }

        private void expect(boolean taken) {
            RejectReason reason = listings.market.request().reason();
            assertEquals(taken, reason == RejectReason.NONE, () -> model.state + ": " + listings.market.last());
            if (!taken && random.nextInt(30) == 0) {
                listings.market.expectNothingChanged();
            }
        }

        private void register(int who) {
            long offer = rule.quotes() || random.nextBoolean() ? 0 : 40 + random.nextInt(10);
            boolean takes = model.state.equals("DISCLOSING")
                    && !model.parties.containsKey(who)
                    && !model.excluded.contains(who);
            listings.register(who, wan(offer));
            expect(takes);
            if (takes) {
                model.register(who, offer, now);
            }
        }

        private void qualify(int who, boolean yes) {
            NaiveListing.Party party = model.parties.get(who);
            boolean open = runs() && !model.state.equals("AGREEING") && party != null && !party.stands.equals("LAPSED");
            boolean isNew =
                    open && !(yes ? List.of("QUALIFIED", "ADMITTED") : List.of("REFUSED")).contains(party.stands);
            boolean takes = isNew && !(yes && model.excluded.contains(who));
            listings.market.staff(new QualifyBidder(ListingPlan.LOT, who, yes, REASON));
            expect(takes);
            if (takes) {
                model.qualify(party, yes, now);
            }
        }

        private void hold(int who) {
            NaiveListing.Party party = model.parties.get(who);
            boolean takes =
                    runs() && party != null && party.stands.equals("QUALIFIED") && !model.excluded.contains(who);
            listings.hold(who);
            expect(takes);
            if (takes) {
                model.pay(party, now);
            }
        }

        private void offer(int who, long amount) {
            NaiveListing.Party party = model.parties.get(who);
            boolean may = runs()
                    && party != null
                    && !party.stands.equals("LAPSED")
                    && !model.excluded.contains(who)
                    && amount > party.offer
                    && !(model.state.equals("AGREEING") && model.only != party);
            boolean takes =
                    rule.quotes() ? may && model.state.equals("DISCLOSING") && party.stands.equals("ADMITTED") : may;
            listings.offer(who, wan(amount));
            expect(takes);
            if (takes) {
                model.offer(party, amount);
            }
        }

        private void conclude() {
            boolean takes = model.state.equals("AGREEING") && !model.excluded.contains(model.only.participant);
            listings.market.approved(new ConcludeAgreement(ListingPlan.LISTING, REASON));
            expect(takes);
            if (takes) {
                model.end("AGREED", now, 1);
            }
        }

        private void interrupt() {
            if (model.state.equals("SUSPENDED")) {
                model.resume(now);
                listings.resume();
                expect(true);
            } else {
                boolean takes = runs();
                listings.suspend();
                expect(takes);
                if (takes) {
                    model.suspend(now);
                }
            }
        }

        /** Whoever works for the venue is kept out, until that is taken back. */
        private void mark(int who) {
            boolean marked = model.excluded.contains(who);
            ExclusionCause cause = marked ? ExclusionCause.NONE : ExclusionCause.STAFF;
            if (model.state.equals("CLOSED")) {
                listings.market.tick();
                return;
            }
            listings.staff(new MarkParty(ListingPlan.LOT, who, cause, REASON));
            expect(true);
            boolean done = marked ? model.excluded.remove(who) : model.excluded.add(who);
            assertEquals(true, done);
        }

        private void rare() {
            if (random.nextInt(6) == 0) {
                boolean takes = !model.state.equals("CLOSED");
                int counted = model.standing().size();
                listings.market.approved(new TerminateListing(ListingPlan.LISTING, REASON));
                expect(takes);
                if (takes) {
                    model.end("TERMINATED", now, counted);
                }
                return;
            }
            LocalDateTime from = now;
            listings.market.nodeStops();
            now = now.plus(Duration.ofMinutes(random.nextInt(4_000)));
            model.outage(from, now);
            model.pass(now);
            at();
            listings.market.nodeStarts();
        }

        private void check() {
            List<Event> all =
                    listings.market.history().stream().flatMap(List::stream).toList();
            List<ListingClosed> closed = all.stream()
                    .filter(ListingClosed.class::isInstance)
                    .map(ListingClosed.class::cast)
                    .toList();
            assertEquals(1, closed.size(), all::toString);
            assertEquals(model.outcome, closed.get(0).outcome().name());
            assertEquals(model.counted, closed.get(0).parties());
            assertEquals(NaiveListing.micros(model.endedAt), closed.get(0).closedAt());
            List<LotAwarded> sold = all.stream()
                    .filter(LotAwarded.class::isInstance)
                    .map(LotAwarded.class::cast)
                    .toList();
            Optional<NaiveListing.Party> winner = winner();
            assertEquals(winner.isPresent() ? 1 : 0, sold.size());
            winner.ifPresent(
                    party -> assertEquals(party.participant, sold.get(0).winner()));
            winner.ifPresent(party ->
                    assertEquals(wan(Math.max(44, party.offer)), sold.get(0).amount()));
            for (int who : PEOPLE) {
                boolean wins = winner.isPresent() && winner.get().participant == who;
                assertEquals(wins ? wan(5).fen() : 0, listings.held(who));
            }
            if (random.nextInt(20) == 0) {
                listings.replaysEqual();
            }
        }

        /** In a competition without quotes nobody bids here. */
        private Optional<NaiveListing.Party> winner() {
            if (model.outcome.equals("AGREED")) {
                return Optional.of(model.only);
            }
            return model.outcome.equals("COMPETITION") && rule.quotes() ? model.best() : Optional.empty();
        }
    }
}
