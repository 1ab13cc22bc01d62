package org.gavel.protocol.codec.sbe;

import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.value.ClientId;

/** What the engine reads of a record without making values; the bid's part is zero where there is none. */
record HotFields(
        long actor,
        long approver,
        long cidHigh,
        long cidLow,
        int role,
        int channel,
        boolean bid,
        int lot,
        int bidder,
        long fen) {
    static HotFields of(Origin origin, Command command) {
        ClientId cid = origin.cid();
        boolean isBid = command instanceof PlaceBid;
        return new HotFields(
                origin.actor(),
                origin.approver(),
                cid.high(),
                cid.low(),
                origin.role().code(),
                origin.channel().code(),
                isBid,
                isBid ? ((PlaceBid) command).lot() : 0,
                isBid ? ((PlaceBid) command).bidder() : 0,
                isBid ? ((PlaceBid) command).amount().fen() : 0);
    }

    static HotFields of(CommandDecoder d) {
        boolean isBid = d.isBid();
        return new HotFields(
                d.actor(),
                d.approver(),
                d.clientIdHigh(),
                d.clientIdLow(),
                d.roleCode(),
                d.channelCode(),
                isBid,
                isBid ? d.lot() : 0,
                isBid ? d.bidder() : 0,
                isBid ? d.amount() : 0);
    }
}
