package org.gavel.gateway.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gavel.exchange.api.KeptState;
import org.gavel.gateway.wire.Replies;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.DealEnded;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.event.DeskEvent;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.ObjectionDecided;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.OrderFilled;
import org.gavel.protocol.event.PrivateEvent;
import org.gavel.protocol.event.UnitsCredited;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;

/** What each participant was told of their own account, for the snapshot of their channel. For the feed's thread. */
final class AccountBook implements KeptState {
    /** The most parties a desk's snapshot names. */
    static final int MOST_PARTIES = 1_000;

    private final Map<Integer, Account> accounts = new HashMap<>();
    private final Map<Integer, String> assets = new HashMap<>();
    private final DeskBook desks = new DeskBook();

    void on(PrivateEvent event) {
        account(event.participant()).on(event);
        if (event instanceof DeskEvent about) {
            desks.on(about);
        }
    }

    /** What everybody is told of a lot, where it says something of one participant. */
    void on(LotEvent event) {
        if (event.owner() != 0) {
            account(event.owner()).standing.on(event);
        }
        if (event instanceof ObjectionDecided decided) {
            desks.objections(decided.lot()).stream()
                    .filter(open -> open.objection() == decided.objection())
                    .forEach(this::tellOver);
        }
        if (event instanceof DeskEvent about) {
            desks.on(about);
        } else if (isEnd(event)) {
            desks.objections(event.lot()).forEach(this::tellOver);
            desks.closed(event.lot());
        }
    }

    /** Whether no objection to the deal can be decided any more. */
    private static boolean isEnd(LotEvent event) {
        return event instanceof DealEnded
                || event instanceof LotPassed
                || event instanceof LotTerminated
                || event instanceof LotVoided;
    }

    private void tellOver(ObjectionRaised objection) {
        if (objection.objector() != 0) {
            account(objection.objector()).standing.objectionOver(objection.lot());
        }
    }

    /** An order of theirs is new, changed or over. */
    void on(BookEvent event) {
        if (event instanceof BookOpened opened) {
            assets.put(opened.book(), opened.asset());
        } else if (event.owner() != 0) {
            account(event.owner()).orders.on(event);
        }
    }

    /** One side's part of a trade. */
    void on(OrderFilled fill) {
        Account account = account(fill.participant());
        boolean buys = fill.side() == Side.BUY;
        account.orders.on(fill);
        account.apartFromLots += buys ? -fill.amount().fen() : fill.amount().fen();
        account.units.merge(assets.get(fill.book()), buys ? fill.quantity() : -fill.quantity(), Long::sum);
    }

    private Account account(int participant) {
        return accounts.computeIfAbsent(participant, number -> new Account());
    }

    Supplier<String> snapshot(int participant) {
        ObjectNode tree = accounts.getOrDefault(participant, new Account()).tree(assets);
        tree.put("participant", participant);
        return () -> CanonicalJson.write(tree);
    }

    /** What the staff decide on about one lot or deal: its parties, and the objections that are open. */
    Supplier<String> desk(int lot) {
        ObjectNode tree = Replies.object().put("lot", lot);
        Collection<Integer> all = desks.parties(lot);
        tree.put("complete", all.size() <= MOST_PARTIES);
        ArrayNode parties = tree.putArray("parties");
        all.stream().limit(MOST_PARTIES).forEach(number -> account(number)
                .standing
                .writeTo(parties.addObject().put("participant", number), lot));
        ArrayNode objections = tree.putArray("objections");
        desks.objections(lot).forEach(open -> objections
                .addObject()
                .put("objection", open.objection())
                .put("objector", open.objector())
                .put("grounds", open.grounds())
                .put("decideBy", open.decideBy()));
        return () -> CanonicalJson.write(tree);
    }

    private static final class Account implements KeptState {
        /** What is free, and what is held for orders. */
        private long apartFromLots;

        private final Map<Integer, DepositHeld> held = new TreeMap<>();
        private final Map<String, Long> units = new TreeMap<>();
        private final Standing standing = new Standing();
        private final OwnOrders orders = new OwnOrders();

        void on(PrivateEvent event) {
            if (event instanceof DepositCredited credited) {
                apartFromLots = credited.apartFromLots().fen();
            } else if (event instanceof DepositWithdrawn withdrawn) {
                apartFromLots = withdrawn.apartFromLots().fen();
            } else if (event instanceof DepositHeld now) {
                held.put(now.lot(), now);
                standing.confirmed(now.lot());
                apartFromLots -= now.amount().fen();
            } else if (event instanceof DepositReleased released) {
                held.computeIfPresent(released.lot(), (lot, before) -> without(before, released.amount()));
                apartFromLots += released.amount().fen();
            } else if (event instanceof DepositForfeited forfeited) {
                held.remove(forfeited.lot());
            } else if (event instanceof UnitsCredited credited) {
                units.put(credited.asset(), credited.balance());
            } else {
                standing.on(event);
            }
        }

        /** What is still held; nothing where all of it was released. */
        private static DepositHeld without(DepositHeld before, Money released) {
            long left = before.amount().fen() - released.fen();
            return left <= 0
                    ? null
                    : new DepositHeld(before.lot(), before.participant(), before.paddle(), new Money(left));
        }

        ObjectNode tree(Map<Integer, String> assets) {
            ObjectNode tree = Replies.object().put("free", Long.toString(apartFromLots - orders.held()));
            ArrayNode deposits = tree.putArray("deposits");
            for (DepositHeld one : held.values()) {
                deposits.addObject()
                        .put("lot", one.lot())
                        .put("paddle", one.paddle())
                        .put("amount", one.amount().toString());
            }
            ObjectNode balances = tree.putObject("units");
            units.forEach(balances::put);
            ObjectNode offered = tree.putObject("unitsHeld");
            orders.offered(assets).forEach(offered::put);
            orders.writeTo(tree);
            standing.writeTo(tree);
            return tree;
        }
    }
}
