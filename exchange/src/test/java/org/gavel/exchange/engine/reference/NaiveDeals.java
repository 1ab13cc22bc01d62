package org.gavel.exchange.engine.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.protocol.reject.RejectReason;

/** One offer at a fixed price and one joint purchase, as the rules say it and in no other way. Money is fen. */
final class NaiveDeals {
    static final int OFFER = 1;
    static final int POOL = 2;

    final Map<Integer, Long> free = new TreeMap<>();
    final List<String> told = new ArrayList<>();

    final long price;
    final long deposit;
    final int licences;
    final int shares;
    final long sharePrice;
    final boolean proRata;
    long offerUntil;
    long withdrawUntil;
    long until;

    /** How long an award can be annulled, microseconds. */
    long period;

    /** A sale from the offer. */
    private static final class Sale {
        private final int buyer;
        private final long at;
        private boolean isVoid;

        Sale(int buyer, long at) {
            this.buyer = buyer;
            this.at = at;
        }
    }

    private final List<Sale> sales = new ArrayList<>();
    private final Map<Integer, Integer> given = new LinkedHashMap<>();
    private long awardedAt;

    private final List<Integer> buyers = new ArrayList<>();
    private final Map<Integer, Integer> pledges = new LinkedHashMap<>();
    private boolean offerOver;
    private boolean poolOver;

    NaiveDeals(long price, long deposit, int licences, int shares, long sharePrice, boolean proRata) {
        this.price = price;
        this.deposit = deposit;
        this.licences = licences;
        this.shares = shares;
        this.sharePrice = sharePrice;
        this.proRata = proRata;
    }

    /** What is due by then, the earlier first; of one instant the offer, whose number is less. */
    void pass(long now) {
        if (until < offerUntil) {
            passPool(now);
            passOffer(now);
        } else {
            passOffer(now);
            passPool(now);
        }
    }

    private void passOffer(long now) {
        if (!offerOver && offerUntil <= now) {
            offerOver = true;
            told.add("offer over");
        }
    }

    private void passPool(long now) {
        if (!poolOver && until <= now) {
            poolOver = true;
            decide();
        }
    }

    /** Nobody could do anything between the two. */
    void away(long from, long to) {
        if (!offerOver) {
            offerUntil += to - from;
        }
        if (!poolOver) {
            until += to - from;
            withdrawUntil += from < withdrawUntil ? to - from : 0;
        }
    }

    private int pledged() {
        return pledges.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void decide() {
        if (pledged() < shares) {
            told.add("missed");
            pledges.forEach((who, own) -> free.merge(who, own * sharePrice, Long::sum));
            return;
        }
        awardedAt = until;
        pledges.forEach((who, own) -> given.put(who, 0));
        handOut();
        pledges.forEach((who, own) -> free.merge(who, (own - given.get(who)) * sharePrice, Long::sum));
        given.forEach((who, units) -> {
            if (units > 0) {
                told.add("shares " + who + " " + units);
            }
        });
    }

    /** Whole parts first, found by counting up; then one each, in order. */
    private void handOut() {
        int left = shares;
        for (Map.Entry<Integer, Integer> pledge : pledges.entrySet()) {
            int units = 0;
            while ((long) (units + 1) * pledged() <= (long) shares * pledge.getValue()) {
                units++;
            }
            given.put(pledge.getKey(), units);
            left -= units;
        }
        for (Integer who : pledges.keySet()) {
            if (left > 0) {
                given.merge(who, 1, Integer::sum);
                left--;
            }
        }
    }

    RejectReason buy(int who, long said, long now) {
        if (buyers.size() == licences) {
            return RejectReason.SOLD_OUT;
        }
        if (offerOver) {
            return RejectReason.DEAL_ENDED;
        }
        if (said != price) {
            return RejectReason.OFF_PRICE;
        }
        if (buyers.contains(who)) {
            return RejectReason.BOUGHT_ALREADY;
        }
        if (free.get(who) < deposit) {
            return RejectReason.MONEY_MISSING;
        }
        free.merge(who, -deposit, Long::sum);
        buyers.add(who);
        sales.add(new Sale(who, now));
        told.add("licence " + who);
        if (buyers.size() == licences) {
            offerOver = true;
            told.add("offer over");
        }
        return RejectReason.NONE;
    }

    RejectReason pledge(int who, int own) {
        if (poolOver) {
            return RejectReason.DEAL_ENDED;
        }
        if (pledges.containsKey(who)) {
            return RejectReason.PLEDGED_ALREADY;
        }
        if (own > shares || (!proRata && own + pledged() > shares)) {
            return RejectReason.SHARES_TAKEN;
        }
        if (free.get(who) < own * sharePrice) {
            return RejectReason.MONEY_MISSING;
        }
        free.merge(who, -own * sharePrice, Long::sum);
        pledges.put(who, own);
        return RejectReason.NONE;
    }

    RejectReason withdraw(int who, long now) {
        if (poolOver) {
            return RejectReason.DEAL_ENDED;
        }
        if (!pledges.containsKey(who)) {
            return RejectReason.NO_PLEDGE;
        }
        if (now >= withdrawUntil) {
            return RejectReason.PLEDGE_BINDING;
        }
        free.merge(who, pledges.remove(who) * sharePrice, Long::sum);
        return RejectReason.NONE;
    }

    RejectReason takeBackPool() {
        if (poolOver) {
            return RejectReason.DEAL_ENDED;
        }
        poolOver = true;
        told.add("taken back");
        pledges.forEach((who, own) -> free.merge(who, own * sharePrice, Long::sum));
        return RejectReason.NONE;
    }

    /** The sale with this index, from 0 in the order they were made. */
    RejectReason voidSale(int index, long now) {
        if (index >= sales.size()) {
            return RejectReason.LOT_UNKNOWN;
        }
        Sale sale = sales.get(index);
        if (sale.isVoid) {
            return RejectReason.DEAL_ENDED;
        }
        if (now >= sale.at + period) {
            return RejectReason.OBJECTIONS_OVER;
        }
        sale.isVoid = true;
        buyers.remove((Integer) sale.buyer);
        free.merge(sale.buyer, deposit, Long::sum);
        told.add("void licence " + sale.buyer);
        told.add("sold " + buyers.size());
        return RejectReason.NONE;
    }

    RejectReason voidPool(long now) {
        if (!poolOver) {
            return RejectReason.NOTHING_TO_VOID;
        }
        if (given.isEmpty()) {
            return RejectReason.DEAL_ENDED;
        }
        if (now >= awardedAt + period) {
            return RejectReason.OBJECTIONS_OVER;
        }
        told.add("void shares");
        given.forEach((who, units) -> free.merge(who, units * sharePrice, Long::sum));
        given.clear();
        return RejectReason.NONE;
    }
}
