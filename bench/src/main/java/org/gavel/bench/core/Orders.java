package org.gavel.bench.core;

import java.util.ArrayList;
import java.util.List;
import org.gavel.bench.CountedId;
import org.gavel.bench.book.OrderStream;
import org.gavel.protocol.command.CancelOrder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.MoveOrder;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.ReduceOrder;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TradingDay;

/** The stream as the venue's commands, made before they are sent. An order's number is the sequence its command gets. */
final class Orders {
    static final Origin OPERATOR = new Origin(1, 0, ClientId.NONE, 0, 0, 0, Role.OPERATOR, Channel.CONSOLE);

    private static final int BOOK = 7;
    private static final String ASSET = "UNITS";
    /** Participants 1 to this have plenty. */
    static final int USERS = 1_000;

    private static final Money PLENTY = new Money(90_000_000_000_000L);

    private final Command[] commands;
    private final Origin[] origins;

    /** @param first the sequence the first command will get */
    Orders(OrderStream stream, long first) {
        commands = new Command[stream.size()];
        origins = new Origin[stream.size()];
        long[] numbers = new long[stream.orders() + 1];
        for (int at = 0; at < stream.size(); at++) {
            int order = (int) stream.order(at);
            if (stream.kind(at) == OrderStream.PLACE) {
                numbers[order] = first + at;
            }
            commands[at] = command(stream, at, numbers[order]);
            origins[at] = origin(stream, at);
        }
    }

    Command command(int at) {
        return commands[at];
    }

    Origin origin(int at) {
        return origins[at];
    }

    private static Origin origin(OrderStream stream, int at) {
        ClientId cid = new ClientId(CountedId.high(at), 0);
        return new Origin(stream.user(at), 0, cid, 1, 0, 1, Role.BIDDER, Channel.ONLINE);
    }

    /** What makes the book and gives every user plenty of money and units. */
    static List<Command> preparations() {
        List<Command> commands = new ArrayList<>();
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(1_000_000_000L));
        commands.add(new OpenBook(
                BOOK, ASSET, new Title("", "bench"), terms, Money.ZERO, TradingDay.OPEN_END, "a benchmark"));
        for (int user = 1; user <= USERS; user++) {
            commands.add(new RegisterParticipant(user, ""));
            commands.add(new CreditUnits(user, ASSET, PlaceOrder.MAX_QUANTITY));
            commands.add(new CreditDeposit(user, PLENTY, ""));
        }
        return commands;
    }

    private static Command command(OrderStream stream, int at, long order) {
        return switch (stream.kind(at)) {
            case OrderStream.PLACE -> place(stream, at);
            case OrderStream.CANCEL -> new CancelOrder(BOOK, 0, order);
            case OrderStream.MOVE -> new MoveOrder(BOOK, 0, order, new Money(stream.price(at)));
            default -> new ReduceOrder(BOOK, 0, order, stream.quantity(at));
        };
    }

    private static Command place(OrderStream stream, int at) {
        return new PlaceOrder(
                BOOK,
                0,
                stream.buys(at) ? Side.BUY : Side.SELL,
                OrderType.LIMIT,
                new Money(stream.price(at)),
                stream.quantity(at),
                stream.isIoc(at) ? TimeInForce.IOC : TimeInForce.GTC,
                0,
                false,
                SelfTrade.ALLOWED,
                false);
    }
}
