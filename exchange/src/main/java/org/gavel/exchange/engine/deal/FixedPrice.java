package org.gavel.exchange.engine.deal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.event.DealEnd;
import org.gavel.protocol.value.FixedPriceTerms;

/** 技术淘: an offer at a fixed price, and who has bought from it, in order. */
class FixedPrice extends Deal {
    private final FixedPriceTerms sale;
    private final Map<Integer, Integer> sales = new LinkedHashMap<>();

    /** When each sale was made, and which are void: kept where sales can be annulled. */
    private final Map<Integer, Long> soldAt = new TreeMap<>();

    private final Set<Integer> voided = new TreeSet<>();

    FixedPrice(AnnounceDeal terms, FixedPriceTerms sale) {
        super(terms, DealState.OFFERED, sale.until());
        this.sale = sale;
    }

    FixedPriceTerms sale() {
        return sale;
    }

    int sold() {
        return sales.size();
    }

    boolean isSoldOut() {
        return sales.size() == sale.limit();
    }

    /** How many are left; -1 where that is not limited. */
    int left() {
        return sale.limit() == Integer.MAX_VALUE ? -1 : sale.limit() - sales.size();
    }

    /** The lot this participant's purchase is, or 0. */
    int saleTo(int buyer) {
        return sales.getOrDefault(buyer, 0);
    }

    void sell(int buyer, int number, long at) {
        sales.put(buyer, number);
        if (!terms().objectionPeriod().isZero()) {
            soldAt.put(number, at);
        }
    }

    boolean isVoid(int number) {
        return voided.contains(number);
    }

    boolean isAnnullable(int number, long now) {
        Long at = soldAt.get(number);
        return at != null && now < annulledUntil(at);
    }

    /** The sale is void: its buyer, who can buy again while there is something left. */
    int takeBack(int number) {
        int buyer = sales.entrySet().stream()
                .filter(sale -> sale.getValue() == number)
                .findFirst()
                .orElseThrow()
                .getKey();
        sales.remove(buyer);
        voided.add(number);
        return buyer;
    }

    @Override
    void elapse(Request request, DealCourse course, long at, EventSink out) {
        request.commit();
        course.close(this, DealEnd.TIME_OVER, out);
    }

    @Override
    void writeMode(StateWriter out) {
        out.put(sales.size());
        sales.forEach((buyer, number) -> out.put(buyer).put(number));
        if (!terms().objectionPeriod().isZero()) {
            soldAt.forEach((number, at) -> out.put(number).put(at).put(voided.contains(number)));
        }
    }
}
