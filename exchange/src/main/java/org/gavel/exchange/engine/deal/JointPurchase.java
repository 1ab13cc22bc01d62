package org.gavel.exchange.engine.deal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;

/** 技术筹: a joint purchase and its pledges, the earliest first. All of its shares, or nothing. */
class JointPurchase extends Deal {
    /** The most pledges: as many as a lot may have winners. */
    static final int MAX_PLEDGES = Share.MAX_WINNERS;

    /** So many shares for this participant. */
    record Pledge(int participant, int number, int shares) {}

    private final JointPurchaseTerms purchase;
    private final Map<Integer, Pledge> pledges = new LinkedHashMap<>();
    private long withdrawUntil;
    private long pledged;
    private int numbers;

    JointPurchase(AnnounceDeal terms, JointPurchaseTerms purchase) {
        super(terms, DealState.OFFERED, purchase.until());
        this.purchase = purchase;
        this.withdrawUntil = purchase.withdrawUntil();
    }

    JointPurchaseTerms purchase() {
        return purchase;
    }

    long pledged() {
        return pledged;
    }

    int size() {
        return pledges.size();
    }

    /** From when on pledges bind. */
    long withdrawUntil() {
        return withdrawUntil;
    }

    /** The number of the participant's pledge, or 0. */
    int pledgeOf(int participant) {
        Pledge pledge = pledges.get(participant);
        return pledge == null ? 0 : pledge.number();
    }

    /** What these shares cost, fen. */
    long cost(long shares) {
        return shares * purchase.sharePrice().fen();
    }

    /** The new pledge, behind all others. */
    Pledge pledge(int participant, int shares) {
        Pledge pledge = new Pledge(participant, ++numbers, shares);
        pledges.put(participant, pledge);
        pledged += shares;
        return pledge;
    }

    Pledge withdraw(int participant) {
        Pledge pledge = pledges.remove(participant);
        pledged -= pledge.shares();
        return pledge;
    }

    @Override
    long movedWithdrawal() {
        return withdrawUntil == purchase.withdrawUntil() ? 0 : withdrawUntil;
    }

    @Override
    void shifted(long from, long by) {
        if (from < withdrawUntil) {
            withdrawUntil += by;
        }
    }

    @Override
    void elapse(Request request, DealCourse course, long at, EventSink out) {
        List<Pledge> all = new ArrayList<>(pledges.values());
        int[] given = pledged >= purchase.shares() ? Allotment.of(purchase.shares(), shares(all)) : new int[0];
        request.commit();
        if (given.length == 0) {
            course.pass(this, PassCause.TARGET_MISSED, pledges.size(), at, out);
        } else {
            award(all, given, course, at, out);
        }
    }

    private static int[] shares(List<Pledge> pledges) {
        return pledges.stream().mapToInt(Pledge::shares).toArray();
    }

    /** What is held beyond one's shares is released first, so that each award stands on exactly what it costs. */
    private void award(List<Pledge> all, int[] given, DealCourse course, long at, EventSink out) {
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            Pledge pledge = all.get(i);
            course.release(number(), pledge.participant(), cost(pledge.shares() - given[i]), out);
            if (given[i] > 0) {
                winners.add(i);
            }
        }
        for (int place = 1; place <= winners.size(); place++) {
            int i = winners.get(place - 1);
            Pledge pledge = all.get(i);
            Share share = new Share(place, winners.size(), given[i], purchase.sharePrice());
            Money price = new Money(cost(given[i]));
            course.award(number(), pledge.participant(), pledge.number(), price, all.size(), at, share, out);
        }
        course.awarded(this, at);
    }

    /** All of its shares, or nothing: what each had is found as it was when it was given. */
    @Override
    void annul(DealCourse course, String reason, EventSink out) {
        List<Pledge> all = new ArrayList<>(pledges.values());
        int[] given = Allotment.of(purchase.shares(), shares(all));
        int best = 0;
        while (given[best] == 0) {
            best++;
        }
        Pledge first = all.get(best);
        course.voided(number(), first.participant(), first.number(), new Money(cost(given[best])), reason, out);
        for (int i = 0; i < given.length; i++) {
            course.release(number(), all.get(i).participant(), cost(given[i]), out);
        }
    }

    @Override
    void release(DealCourse course, EventSink out) {
        pledges.values().forEach(pledge -> course.release(number(), pledge.participant(), cost(pledge.shares()), out));
    }

    @Override
    void writeMode(StateWriter out) {
        out.put(withdrawUntil).put(pledged).put(numbers).put(pledges.size());
        for (Pledge pledge : pledges.values()) {
            out.put(pledge.participant()).put(pledge.number()).put(pledge.shares());
        }
    }
}
