package org.gavel.exchange.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.OrderFields;

/** Hashes what a command asks, to tell a retry from another command under the same client id. */
final class Contents {
    private static final long PLACE_BID = 0x9e3779b97f4a7c15L;
    private static final long ORDER = 0xc2b2ae3d27d4eb4fL;

    private Contents() {}

    static long ofBid(int lot, int bidder, long amount) {
        return mix(mix(mix(PLACE_BID ^ lot) ^ bidder) ^ amount);
    }

    static long ofOrder(OrderFields order) {
        long terms = order.side().code()
                | order.type().code() << 4
                | order.timeInForce().code() << 8
                | order.selfTrade().code() << 12
                | (order.postOnly() ? 1 << 16 : 0)
                | (order.cancelOnDisconnect() ? 1 << 17 : 0);
        long about = mix(mix(mix(ORDER ^ order.kind().code()) ^ order.book()) ^ order.participant());
        return mix(mix(mix(mix(mix(about ^ order.order()) ^ order.price()) ^ order.quantity()) ^ order.expiresAt())
                ^ terms);
    }

    static long of(Command command) {
        String text = CanonicalJson.write(JsonCodec.tree(command));
        byte[] hash = StateWriter.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }

    /** The finaliser of SplitMix64: a bijection, so that single differences always show. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
