package org.gavel.exchange.engine.listing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.value.Day;

/**
 * The course of one listing told as plainly as can be: dates of the Java library counted one by one, and every term
 * looked for among all of them whenever time passes. Terms end at 17:00, amounts are 万.
 */
final class NaiveListing {
    private static final LocalTime HOUR = LocalTime.of(17, 0);
    private static final int DECIDE = 5;
    private static final int PAY = 3;
    private static final int AGREE = 5;

    /** Somebody who registered. */
    static final class Party {
        final int participant;
        String stands = "WAITING";
        LocalDateTime due;
        long offer;
        int quote;
        boolean paid;

        Party(int participant, long offer, LocalDateTime due) {
            this.participant = participant;
            this.offer = offer;
            this.due = due;
        }

        boolean isWaited() {
            return stands.equals("WAITING") || stands.equals("QUALIFIED");
        }
    }

    /**
     * @param cycleDays 0 where it is never extended
     * @param quotes whether offers are public quotes, from 44 on
     */
    record Rule(int days, int cycleDays, int mostCycles, int fewerThan, boolean silence, boolean quotes) {}

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> madeUp = new HashSet<>();
    private final Rule rule;
    final Map<Integer, Party> parties = new TreeMap<>();
    final List<Party> inOrder = new ArrayList<>();
    final Set<Integer> excluded = new HashSet<>();
    String state = "DISCLOSING";
    private String before = "";
    private LocalDate first;
    private LocalDate last;
    private int length;
    LocalDateTime close;
    private int cycles;
    private int quotes;
    LocalDateTime agreeUntil;
    Party only;
    private LocalDate suspendedOn;
    String outcome = "";
    LocalDateTime endedAt;
    int counted;

    NaiveListing(Rule rule, LocalDateTime now) {
        this.rule = rule;
        Law.calendar().holidays().forEach(day -> off.add(LocalDate.parse(day.toString())));
        Law.calendar().workdays().forEach(day -> madeUp.add(LocalDate.parse(day.toString())));
        disclose(now.toLocalDate(), rule.days());
        close = last.atTime(HOUR);
    }

    private void disclose(LocalDate from, int days) {
        first = from;
        length = days;
        last = from;
        int counted = isWorking(from) ? 1 : 0;
        while (counted < days) {
            last = last.plusDays(1);
            counted += isWorking(last) ? 1 : 0;
        }
    }

    private boolean isWorking(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return madeUp.contains(day) || (!weekend && !off.contains(day));
    }

    private LocalDate after(LocalDate day, int days) {
        LocalDate then = day;
        for (int counted = 0; counted < days; ) {
            then = then.plusDays(1);
            counted += isWorking(then) ? 1 : 0;
        }
        return then;
    }

    private LocalDateTime term(LocalDateTime now, int days) {
        return after(now.toLocalDate(), days).atTime(HOUR);
    }

    static long micros(LocalDateTime time) {
        return ChronoUnit.MICROS.between(java.time.Instant.EPOCH, time.toInstant(ZoneOffset.ofHours(8)));
    }

    static Day day(LocalDate date) {
        return Day.parse(date.toString());
    }

    /** The next instant at which something happens by itself. */
    Optional<LocalDateTime> next() {
        List<LocalDateTime> all = new ArrayList<>();
        if (state.equals("DISCLOSING")) {
            all.add(close);
        }
        if (state.equals("DISCLOSING") || state.equals("CONFIRMING")) {
            inOrder.stream().filter(Party::isWaited).forEach(party -> all.add(party.due));
        }
        if (state.equals("AGREEING")) {
            all.add(agreeUntil);
        }
        return all.stream().min(Comparator.naturalOrder());
    }

    /** Everything that is due at or before this time happens at its own. */
    void pass(LocalDateTime now) {
        while (next().isPresent() && !next().get().isAfter(now)) {
            LocalDateTime at = next().get();
            if (state.equals("AGREEING")) {
                end("NO_AGREEMENT", at, 1);
                continue;
            }
            Optional<Party> late = inOrder.stream()
                    .filter(party -> party.isWaited() && party.due.equals(at))
                    .findFirst();
            if (late.isPresent()) {
                lapse(late.get(), at);
            } else if (inOrder.stream().anyMatch(Party::isWaited)) {
                state = "CONFIRMING";
            } else {
                decide(at);
            }
        }
    }

    private void lapse(Party party, LocalDateTime at) {
        boolean granted = party.stands.equals("WAITING") && rule.silence() && !excluded.contains(party.participant);
        party.stands = granted ? "QUALIFIED" : "LAPSED";
        party.due = term(at, PAY);
        settle(at);
    }

    /** After the disclosure it is decided as soon as nobody is waited for. */
    void settle(LocalDateTime at) {
        if (state.equals("CONFIRMING") && inOrder.stream().noneMatch(Party::isWaited)) {
            decide(at);
        }
    }

    List<Party> standing() {
        return inOrder.stream()
                .filter(party -> party.stands.equals("ADMITTED") && !excluded.contains(party.participant))
                .toList();
    }

    Optional<Party> best() {
        return standing().stream()
                .filter(party -> party.quote > 0)
                .min(Comparator.comparingLong((Party party) -> -party.offer).thenComparingInt(party -> party.quote));
    }

    private void decide(LocalDateTime at) {
        List<Party> now = standing();
        if (now.size() < rule.fewerThan() && cycles < rule.mostCycles()) {
            LocalDate today = at.minusNanos(1_000).toLocalDate();
            LocalDate base = today.isAfter(last) ? today : last;
            first = base.plusDays(1);
            last = after(base, rule.cycleDays());
            length = rule.cycleDays();
            close = last.atTime(HOUR);
            cycles++;
            state = "DISCLOSING";
        } else if (now.size() == 1) {
            state = "AGREEING";
            only = now.get(0);
            agreeUntil = term(at.minusNanos(1_000), AGREE);
        } else {
            end(now.isEmpty() ? "NO_PARTY" : "COMPETITION", at, now.size());
        }
    }

    void end(String how, LocalDateTime at, int parties) {
        state = "CLOSED";
        outcome = how;
        endedAt = at;
        counted = parties;
    }

    void register(int participant, long offer, LocalDateTime now) {
        Party party = new Party(participant, offer, term(now, DECIDE));
        parties.put(participant, party);
        inOrder.add(party);
    }

    void qualify(Party party, boolean yes, LocalDateTime now) {
        party.stands = !yes ? "REFUSED" : party.paid ? "ADMITTED" : "QUALIFIED";
        party.due = term(now, PAY);
        settle(now);
    }

    void pay(Party party, LocalDateTime now) {
        party.paid = true;
        party.stands = "ADMITTED";
        settle(now);
    }

    void offer(Party party, long amount) {
        party.offer = amount;
        quotes++;
        party.quote = quotes;
    }

    void suspend(LocalDateTime now) {
        before = state;
        suspendedOn = now.toLocalDate();
        state = "SUSPENDED";
    }

    void resume(LocalDateTime now) {
        state = before;
        if (state.equals("DISCLOSING")) {
            int done = 0;
            for (LocalDate day = first; day.isBefore(suspendedOn); day = day.plusDays(1)) {
                done += isWorking(day) ? 1 : 0;
            }
            disclose(now.toLocalDate(), Math.max(1, length - done));
            last = last.atTime(HOUR).isAfter(now) ? last : after(last, 1);
            close = last.atTime(HOUR);
        }
        agreeUntil = state.equals("AGREEING") ? term(now, AGREE) : agreeUntil;
        for (Party party : inOrder) {
            party.due = term(now, party.stands.equals("WAITING") ? DECIDE : PAY);
        }
        settle(now);
    }

    /** The node was out from the one instant to the other. */
    void outage(LocalDateTime from, LocalDateTime to) {
        if (state.equals("SUSPENDED")) {
            return;
        }
        inOrder.stream().filter(Party::isWaited).forEach(party -> party.due = moved(party.due, from, to));
        if (state.equals("DISCLOSING")) {
            close = moved(close, from, to);
            last = close.minusNanos(1_000).toLocalDate();
        }
        if (state.equals("AGREEING")) {
            agreeUntil = moved(agreeUntil, from, to);
        }
    }

    private LocalDateTime moved(LocalDateTime due, LocalDateTime from, LocalDateTime to) {
        LocalDateTime next = after(to.toLocalDate(), 1).atTime(HOUR);
        if (!due.isAfter(to)) {
            return next;
        }
        if (due.minusNanos(1_000).toLocalDate().isAfter(to.toLocalDate())) {
            return due;
        }
        LocalDateTime kept = due.plus(ChronoUnit.MICROS.between(from, to), ChronoUnit.MICROS);
        return kept.isBefore(next) ? kept : next;
    }
}
