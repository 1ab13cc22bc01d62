package org.gavel.exchange.host;

import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.MarketFault;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandDecoder;
import org.gavel.protocol.codec.sbe.Violation;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Genesis;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.StateDigest;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.Role;

/**
 * Applies journal records to a market: the same way live and in replay, from the same bytes. Makes the digests the
 * genesis asks for and holds every journaled one against its own. Single-threaded.
 */
public final class EngineHost implements RecordConsumer {
    /** Digests that may wait to be journaled; more would mean that they never are. */
    private static final int MAX_WAITING_DIGESTS = 1024;

    private final Market market;
    private final Sealer sealer;
    private final CommandDecoder decoder;
    private final EventRecorder events;
    private final Request request = new Request();
    private final ArrayDeque<StateDigest> waiting = new ArrayDeque<>();
    private int digestEvery = Integer.MAX_VALUE;
    private long openedAt;
    private String sealingKey = "";
    private long keysMatched;
    private long commands;
    private volatile Optional<StateDigest> newestDigest = Optional.empty();
    private long digestsMatched;

    public EngineHost(Market market, Sealer sealer, EventRecorder events) {
        this.market = market;
        this.sealer = sealer;
        this.decoder = new CommandDecoder(sealer);
        this.events = events;
    }

    /** Goes on with a market in the state in which another host left it. */
    public EngineHost(Market market, Sealer sealer, EventRecorder events, HostMark mark) {
        this(market, sealer, events);
        this.digestEvery = mark.digestEvery();
        this.openedAt = mark.openedAt();
        takeKey(mark.sealingKey());
        this.waiting.addAll(mark.waiting());
        this.newestDigest = Optional.ofNullable(waiting.peekLast());
    }

    @Override
    public void onRecord(long sequence, long timestamp, DirectBuffer buffer, int bodyOffset, int bodyLength) {
        try {
            decoder.wrap(buffer, bodyOffset, bodyLength);
        } catch (Violation e) {
            throw new MarketFault(sequence, e);
        }
        request.begin(sequence, timestamp, decoder.actor(), decoder.clientIdHigh(), decoder.clientIdLow());
        request.from(Role.ofCode(decoder.roleCode()), Channel.ofCode(decoder.channelCode()))
                .approvedBy(decoder.approver());
        request.through(decoder.session());
        events.begin(sequence, timestamp);
        boolean ends = false;
        if (decoder.isBid()) {
            market.placeBid(request, decoder.lot(), decoder.bidder(), decoder.amount(), events);
        } else if (decoder.isOrder()) {
            market.order(request, decoder.order(), events);
        } else {
            Command command = decoder.command();
            check(command, timestamp);
            market.apply(request, command, events);
            checkBehaviour(sequence);
            ends = command instanceof NodeStopping;
        }
        events.complete();
        commands++;
        if (events.isHashed() && (ends || events.isDigestAsked() || sequence % digestEvery == 0)) {
            addDigest(sequence);
        }
    }

    private void check(Command command, long timestamp) {
        if (command instanceof Genesis genesis && market.venue().isEmpty()) {
            checkGenesis(genesis);
            digestEvery = genesis.digestEvery();
            openedAt = timestamp;
        } else if (command instanceof StateDigest digest) {
            compare(digest);
        } else if (command instanceof NodeStarted started && request.role() == Role.SYSTEM) {
            takeKey(started.sealingKey());
        }
    }

    /** Whatever is sealed from here on opens with this key alone. */
    private void takeKey(String journaled) {
        String own = sealer.fingerprint();
        if (journaled.isEmpty() || own.isEmpty()) {
            sealingKey = journaled.isEmpty() ? sealingKey : journaled;
            return;
        }
        if (!journaled.equals(own)) {
            throw new IllegalStateException("the journal was sealed with the key " + journaled
                    + ", and the sealing key given is " + own + "; use the key directory of the venue");
        }
        sealingKey = journaled;
        keysMatched++;
    }

    private static void checkGenesis(Genesis genesis) {
        if (genesis.behaviour() > Behaviour.NEWEST || genesis.format() != GenesisTerms.FORMAT) {
            throw new IllegalStateException("this journal was begun with behaviour " + genesis.behaviour()
                    + ", format " + genesis.format() + "; this release knows behaviour " + Behaviour.NEWEST
                    + ", format " + GenesisTerms.FORMAT + ": use the release that wrote it, or a newer one");
        }
    }

    /** A release that knows more may have written on. */
    private void checkBehaviour(long sequence) {
        if (market.behaviour() > Behaviour.NEWEST) {
            throw new IllegalStateException("from sequence " + sequence + " on this journal has behaviour "
                    + market.behaviour() + "; this release knows behaviour " + Behaviour.NEWEST
                    + ": use the release that wrote it, or a newer one");
        }
    }

    private void addDigest(long sequence) {
        if (waiting.size() == MAX_WAITING_DIGESTS) {
            waiting.removeFirst();
        }
        String stateHash = HexFormat.of().formatHex(market.stateHash());
        StateDigest digest = new StateDigest(sequence, stateHash, events.digest());
        waiting.addLast(digest);
        newestDigest = Optional.of(digest);
    }

    private void compare(StateDigest journaled) {
        StateDigest own = waiting.pollFirst();
        if (own == null || own.sequence() != journaled.sequence()) {
            throw new DigestMismatch(journaled.sequence(), "a digest stands in the journal where none is due");
        }
        if (!own.stateHash().equals(journaled.stateHash())) {
            throw new DigestMismatch(
                    journaled.sequence(), "the state differs from the one the market had (state hash)");
        }
        if (!own.eventsHash().equals(journaled.eventsHash())) {
            throw new DigestMismatch(
                    journaled.sequence(), "the events differ from those the market sent (events hash)");
        }
        digestsMatched++;
    }

    /** What another host needs beside the market to go on from here. */
    public HostMark mark() {
        return new HostMark(digestEvery, openedAt, sealingKey, List.copyOf(waiting));
    }

    /** The oldest digest that is not in the journal yet; it stays until its record is applied. */
    public Optional<StateDigest> digestToJournal() {
        return Optional.ofNullable(waiting.peekFirst());
    }

    /** All digests that are not in the journal yet, in order. */
    public List<StateDigest> digestsToJournal() {
        return waiting.isEmpty() ? List.of() : List.copyOf(waiting);
    }

    /** The newest digest made, journaled or not; from any thread. */
    public Optional<StateDigest> newestDigest() {
        return newestDigest;
    }

    /** The time of the genesis, microseconds since 1970; 0 before it. */
    public long openedAt() {
        return openedAt;
    }

    /** How many starts of the journal named the very key that this host has. */
    public long keysMatched() {
        return keysMatched;
    }

    /** The last command, with what became of it. */
    public Request request() {
        return request;
    }

    public Market market() {
        return market;
    }

    public EventRecorder events() {
        return events;
    }

    /** Records applied. */
    public long commands() {
        return commands;
    }

    /** Journaled digests that equalled our own. */
    public long digestsMatched() {
        return digestsMatched;
    }
}
