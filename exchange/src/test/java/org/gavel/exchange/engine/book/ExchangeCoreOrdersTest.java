package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.HexFormat;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.XZInputStream;

/**
 * A million commands of another engine's own load generator. Its FOK_BUDGET orders, which buy a size for at most or
 * sell it for at least a sum, are told from the levels here and placed as IOC at the last level they need.
 */
class ExchangeCoreOrdersTest {
    private static final int WORDS = 8;
    private static final int PARTICIPANTS = 1_000;

    /** Our final book, order by order, with the budget orders emulated; the benchmark compares books without them. */
    private static final String FINAL_BOOK = "875f1560d3ef9cbcdd6d9a8bf6d8ef58892097dc833dd1849fd6ca92b24e3f9b";

    private final TradedUnits units = new TradedUnits().limits(1, 100_000);
    private final long[] row = new long[WORDS];
    private final StateWriter state = new StateWriter();
    private final Counter trades = new Counter();
    private int budgets;

    /** Counts trades. */
    private static final class Counter extends SilentBookSink {
        private int traded;

        @Override
        public void traded(
                int instrument,
                long price,
                long quantity,
                long maker,
                int makerParticipant,
                long taker,
                int takerParticipant,
                boolean takerBuys,
                long released) {
            traded++;
        }
    }

    /** What a size costs or brings at the levels of a side, and the last price of it. */
    private static final class Budget implements BookReader {
        private long missing;
        private long sum;
        private long last;

        @Override
        public void level(long price, long quantity, int orders) {
            long taken = Math.min(missing, quantity);
            missing -= taken;
            sum += taken * price;
            last = taken > 0 ? price : last;
        }
    }

    @Test
    void tradesAsTheEngineThatMadeTheCommands() throws IOException {
        for (int participant = 1; participant <= PARTICIPANTS; participant++) {
            units.owning(participant, 1L << 50, 1L << 40);
        }
        try (InputStream in = new XZInputStream(new BufferedInputStream(
                Files.newInputStream(TradedUnits.reference("exchange_core_orders_1M.bin.xz"))))) {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(16)).order(ByteOrder.LITTLE_ENDIAN);
            long fill = header.getLong();
            long total = header.getLong();
            assertEquals(1_000, fill);
            for (long i = 0; i < total; i++) {
                ByteBuffer.wrap(in.readNBytes(WORDS * 8))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asLongBuffer()
                        .get(row);
                apply();
            }
        }
        assertEquals(569, budgets);
        assertEquals(40_278, trades.traded);
        assertEquals(FINAL_BOOK, finalBook());
    }

    private void apply() {
        long id = row[1];
        int participant = (int) row[2];
        switch ((int) row[0]) {
            case 1 -> place(id, participant);
            case 2 -> {
                ok(units.desk.checkCancel(units.book, id, participant));
                units.desk.acceptCancel(units.book, trades);
            }
            case 3 -> {
                long open = units.store.orders().quantity(units.store.find(id));
                ok(units.desk.checkAmend(units.book, id, participant, row[3], open));
                units.desk.acceptAmend(units.book, row[3], open, trades);
            }
            default -> {
                ok(units.desk.checkReduce(units.book, id, participant, row[4]));
                units.desk.acceptReduce(units.book, row[4], trades);
            }
        }
    }

    private void place(long id, int participant) {
        boolean buys = (row[6] & 1) == 1;
        int type = (int) (row[6] >>> 1);
        NewOrder order = units.in.limit(id, participant, buys, row[3], row[4]);
        if (type == 4) {
            budgets++;
            Budget budget = new Budget();
            budget.missing = row[4];
            units.book.depth(!buys, Integer.MAX_VALUE, budget);
            boolean allows = buys ? budget.sum <= row[3] : budget.sum >= row[3];
            if (budget.missing > 0 || !allows) {
                return;
            }
            order = units.in.limit(id, participant, buys, budget.last, row[4]);
        }
        order.execution(type == 0 ? Execution.RESTING : Execution.IOC);
        ok(units.desk.checkPlace(units.book, order, 0));
        units.desk.acceptPlace(units.book, order, trades);
    }

    private static void ok(RejectReason refusal) {
        assertEquals(RejectReason.NONE, refusal);
    }

    private String finalBook() {
        BookReader reader = new BookReader() {
            @Override
            public void order(long order, int participant, long price, long quantity) {
                state.put(order).put((long) participant).put(price).put(quantity);
            }
        };
        units.book.orders(true, reader);
        units.book.orders(false, reader);
        return HexFormat.of().formatHex(state.hash());
    }
}
