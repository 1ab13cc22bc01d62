package org.gavel.exchange.engine;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;

import java.lang.reflect.Proxy;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.protocol.command.ReopenLot;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.PhaseTerms;
import org.junit.jupiter.api.Test;

/** A fault while the hammer is provisional: the next lot of the roadshow waits as long as the award is still to come. */
final class ProvisionalFaultTest {
    private String failing = "nothing";
    private final MarketFixture market = MarketFixture.venue(this::provisional).at(0);

    /** An English phase whose hammer is provisional for a minute, and of which one method can be made to fail. */
    private Mechanism provisional(PhaseTerms terms) {
        Mechanism sound = KnownMechanisms.ALL.of(terms);
        return (Mechanism) Proxy.newProxyInstance(
                Mechanism.class.getClassLoader(), new Class<?>[] {Mechanism.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(failing)) {
                        throw new IllegalStateException("made to fail: " + failing);
                    }
                    return method.getName().equals("reopenWithin") ? 60_000_000L : method.invoke(sound, arguments);
                });
    }

    private MarketFixture hammered() {
        market.announce(lot(6)).announce(lot(7)).roadshow(1, 30, 6, 7).start(1);
        return market.on(6).bid(ALICE, yuan(100)).at(1000).tick();
    }

    private static LotOpened opened(long seconds) {
        return new LotOpened(7, 1, time(seconds + 1000), yuan(100), "");
    }

    @Test
    void theNextLotWaitsForAnAwardThatIsStillToCome() {
        hammered();
        failing = "closesAt";
        market.at(1010).approved(new ReopenLot(6, REASON));
        market.expect(new CommandRejected(MarketFixture.CLERK, ClientId.NONE, RejectReason.INTERNAL, 0, 6));
        failing = "nothing";
        market.at(1059).tick().expect();
        market.at(1060).tick().expect(new LotAwarded(6, ALICE, 1, yuan(100), 1, time(1060)));
        market.at(1090).tick().expect(opened(1090));
    }

    @Test
    void theNextLotOpensWhereTheAwardItselfFailed() {
        hammered();
        failing = "awards";
        market.at(1060).tick().expect();
        failing = "nothing";
        market.at(1090).tick().expect(opened(1090));
        market.on(6).approved(new ReopenLot(6, REASON)).expectRefused(RejectReason.REOPEN_TOO_LATE);
    }
}
