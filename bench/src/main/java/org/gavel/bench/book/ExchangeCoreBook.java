package org.gavel.bench.book;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.IOrder;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import java.util.Map;

/**
 * exchange-core's OrderBookDirectImpl, called as its matching engine calls it: a command object reused, pools as its
 * engine sizes them, trade events read. It has no holds, no encoded events and no idempotency.
 */
final class ExchangeCoreBook implements Contender {
    private final OrderCommand command = new OrderCommand();
    private IOrderBook book;

    @Override
    public void prepare(OrderStream stream) {
        CoreSymbolSpecification symbol = CoreSymbolSpecification.builder()
                .symbolId(40_000)
                .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                .baseCurrency(1)
                .quoteCurrency(2)
                .baseScaleK(1)
                .quoteScaleK(1)
                .build();
        ObjectsPool pool = new ObjectsPool(Map.of(
                ObjectsPool.DIRECT_ORDER, 1024 * 1024,
                ObjectsPool.DIRECT_BUCKET, 1024 * 64,
                ObjectsPool.ART_NODE_4, 1024 * 32,
                ObjectsPool.ART_NODE_16, 1024 * 16,
                ObjectsPool.ART_NODE_48, 1024 * 8,
                ObjectsPool.ART_NODE_256, 1024 * 4));
        book = new OrderBookDirectImpl(
                symbol, pool, OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER, LoggingConfiguration.DEFAULT);
    }

    @Override
    public void play(OrderStream stream, Tally tally) {
        for (int at = 0; at < stream.size(); at++) {
            fill(stream, at);
            IOrderBook.processCommand(book, command);
            for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
                if (event.eventType == MatcherEventType.TRADE) {
                    tally.trade(event.matchedOrderId, command.orderId, event.price, event.size);
                }
            }
            command.matcherEvent = null;
        }
    }

    private void fill(OrderStream stream, int at) {
        command.orderId = stream.order(at);
        command.uid = stream.user(at);
        command.symbol = 40_000;
        command.price = stream.price(at);
        command.size = stream.quantity(at);
        command.reserveBidPrice = stream.reserve(at);
        command.resultCode = CommandResultCode.VALID_FOR_MATCHING_ENGINE;
        switch (stream.kind(at)) {
            case OrderStream.PLACE -> {
                command.command = OrderCommandType.PLACE_ORDER;
                command.action = stream.buys(at) ? OrderAction.BID : OrderAction.ASK;
                command.orderType = stream.isIoc(at) ? OrderType.IOC : OrderType.GTC;
            }
            case OrderStream.CANCEL -> command.command = OrderCommandType.CANCEL_ORDER;
            case OrderStream.MOVE -> command.command = OrderCommandType.MOVE_ORDER;
            default -> command.command = OrderCommandType.REDUCE_ORDER;
        }
    }

    @Override
    public void show(Tally tally) {
        book.bidOrdersStream(true).forEach(order -> show(order, tally));
        book.askOrdersStream(true).forEach(order -> show(order, tally));
    }

    private static void show(IOrder order, Tally tally) {
        tally.order(order.getOrderId(), order.getPrice(), order.getSize() - order.getFilled());
    }
}
