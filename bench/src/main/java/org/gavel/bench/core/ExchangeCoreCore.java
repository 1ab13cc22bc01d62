package org.gavel.bench.core;

import exchange.core2.core.ExchangeApi;
import exchange.core2.core.ExchangeCore;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.CoreWaitStrategy;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.api.ApiAddUser;
import exchange.core2.core.common.api.ApiAdjustUserBalance;
import exchange.core2.core.common.api.ApiCancelOrder;
import exchange.core2.core.common.api.ApiCommand;
import exchange.core2.core.common.api.ApiMoveOrder;
import exchange.core2.core.common.api.ApiPlaceOrder;
import exchange.core2.core.common.api.ApiReduceOrder;
import exchange.core2.core.common.api.binary.BatchAddSymbolsCommand;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.InitialStateConfiguration;
import exchange.core2.core.common.config.PerformanceConfiguration;
import exchange.core2.core.common.config.SerializationConfiguration;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gavel.bench.book.OrderStream;

/**
 * exchange-core's pipeline with one risk engine and one matching engine, waiting by yielding, which served it best on
 * two cores; its journal is written beside matching, in {@code dumps} below the folder the process stands in.
 */
final class ExchangeCoreCore implements Core {
    private static final int SYMBOL = 40_000;
    private static final int UNITS = 1;
    private static final int MONEY = 2;
    private static final int USERS = 1_000;
    private static final long PLENTY = 1L << 50;

    private final boolean eager;
    private ExchangeCore core;
    private ExchangeApi api;
    private ApiCommand[] commands = {};
    private long trades;

    /** @param eager with the smaller ring and groups exchange-core itself measures latency with */
    ExchangeCoreCore(boolean eager) {
        this.eager = eager;
    }

    @Override
    public void open(OrderStream stream, Optional<Path> journal, Answered answered) {
        String id = "bench" + System.nanoTime();
        ExchangeConfiguration configuration = ExchangeConfiguration.defaultBuilder()
                .initStateCfg(
                        journal.isPresent()
                                ? InitialStateConfiguration.cleanStartJournaling(id)
                                : InitialStateConfiguration.cleanStart(id))
                .performanceCfg(performance())
                .serializationCfg(
                        journal.isPresent()
                                ? SerializationConfiguration.DISK_JOURNALING
                                : SerializationConfiguration.DEFAULT)
                .build();
        core = ExchangeCore.builder()
                .resultsConsumer((command, sequence) -> tell(command, sequence, answered))
                .exchangeConfiguration(configuration)
                .build();
        core.startup();
        api = core.getApi();
        prepare();
        commands = commands(stream);
    }

    private PerformanceConfiguration performance() {
        PerformanceConfiguration.PerformanceConfigurationBuilder builder = eager
                ? PerformanceConfiguration.latencyPerformanceBuilder()
                : PerformanceConfiguration.throughputPerformanceBuilder();
        return builder.waitStrategy(CoreWaitStrategy.YIELDING)
                .matchingEnginesNum(1)
                .riskEnginesNum(1)
                .threadFactory(Thread::new)
                .build();
    }

    private void tell(OrderCommand command, long sequence, Answered answered) {
        switch (command.command) {
            case PLACE_ORDER, CANCEL_ORDER, MOVE_ORDER, REDUCE_ORDER -> {
                countTrades(command.matcherEvent);
                answered.on(command.resultCode == CommandResultCode.SUCCESS);
            }
            default -> api.processResult(sequence, command);
        }
    }

    private void countTrades(MatcherTradeEvent first) {
        for (MatcherTradeEvent event = first; event != null; event = event.nextEvent) {
            trades += event.eventType == MatcherEventType.TRADE ? 1 : 0;
        }
    }

    @Override
    public long trades() {
        return trades;
    }

    private void prepare() {
        CoreSymbolSpecification symbol = CoreSymbolSpecification.builder()
                .symbolId(SYMBOL)
                .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                .baseCurrency(UNITS)
                .quoteCurrency(MONEY)
                .baseScaleK(1)
                .quoteScaleK(1)
                .build();
        require(api.submitBinaryDataAsync(new BatchAddSymbolsCommand(symbol)).join());
        for (int user = 1; user <= USERS; user++) {
            require(api.submitCommandAsync(ApiAddUser.builder().uid(user).build())
                    .join());
            credit(user, UNITS);
            credit(user, MONEY);
        }
    }

    private void credit(int user, int currency) {
        require(api.submitCommandAsync(ApiAdjustUserBalance.builder()
                        .uid(user)
                        .currency(currency)
                        .amount(PLENTY)
                        .transactionId(currency)
                        .build())
                .join());
    }

    private static void require(CommandResultCode result) {
        if (result != CommandResultCode.SUCCESS) {
            throw new IllegalStateException("exchange-core answered " + result);
        }
    }

    private static ApiCommand[] commands(OrderStream stream) {
        ApiCommand[] commands = new ApiCommand[stream.size()];
        for (int at = 0; at < commands.length; at++) {
            commands[at] = command(stream, at);
        }
        return commands;
    }

    private static ApiCommand command(OrderStream stream, int at) {
        long order = stream.order(at);
        long user = stream.user(at);
        return switch (stream.kind(at)) {
            case OrderStream.PLACE ->
                ApiPlaceOrder.builder()
                        .orderId(order)
                        .uid(user)
                        .symbol(SYMBOL)
                        .price(stream.price(at))
                        .reservePrice(stream.reserve(at))
                        .size(stream.quantity(at))
                        .action(stream.buys(at) ? OrderAction.BID : OrderAction.ASK)
                        .orderType(stream.isIoc(at) ? OrderType.IOC : OrderType.GTC)
                        .build();
            case OrderStream.CANCEL ->
                ApiCancelOrder.builder().orderId(order).uid(user).symbol(SYMBOL).build();
            case OrderStream.MOVE ->
                ApiMoveOrder.builder()
                        .orderId(order)
                        .uid(user)
                        .symbol(SYMBOL)
                        .newPrice(stream.price(at))
                        .build();
            default ->
                ApiReduceOrder.builder()
                        .orderId(order)
                        .uid(user)
                        .symbol(SYMBOL)
                        .reduceSize(stream.quantity(at))
                        .build();
        };
    }

    @Override
    public void send(int at) {
        api.submitCommand(commands[at]);
    }

    @Override
    public void close() {
        core.shutdown(1, TimeUnit.SECONDS);
    }
}
