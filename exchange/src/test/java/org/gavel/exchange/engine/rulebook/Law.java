package org.gavel.exchange.engine.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.command.InstallRulebook;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.HolidayCalendar;
import org.gavel.protocol.value.LegalDays;
import org.gavel.protocol.value.Rulebook;

/** The shipped packs and the calendar of 2026, and a venue in that year that has them. */
public final class Law {
    /** The packs shipped with the exchange. */
    public static final List<String> SHIPPED =
            List.of("AUCTION_LAW", "JUDICIAL_LIKE", "SOE_ASSET", "UNIVERSITY_OPEN_TRADE");

    private Law() {}

    public static Rulebook pack(String name) {
        return JsonCodec.read(JsonCodec.parse(resource("/rulebook/" + name + ".json")), Rulebook.class);
    }

    public static HolidayCalendar calendar() {
        return JsonCodec.read(JsonCodec.parse(resource("/calendar/2026.json")), HolidayCalendar.class);
    }

    static LegalDays days() {
        return LegalDays.none().with(calendar());
    }

    private static String resource(String path) {
        try (InputStream in = Law.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A time in Beijing, as {@code 2026-03-02T10:00}, in microseconds since 1970. */
    public static long at(String beijing) {
        Instant instant = LocalDateTime.parse(beijing).toInstant(ZoneOffset.ofHours(8));
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** A venue at this time in Beijing with a seller and three wealthy bidders, every pack and the calendar. */
    public static MarketFixture venue(String beijing) {
        return venue(beijing, Behaviour.NEWEST);
    }

    /** As it was begun with a behaviour of the engine. */
    public static MarketFixture venue(String beijing, int behaviour) {
        MarketFixture market = bare(beijing, behaviour);
        SHIPPED.forEach(name -> market.staff(new InstallRulebook(pack(name), MarketFixture.REASON)));
        return market.staff(new InstallCalendar(calendar(), MarketFixture.REASON));
    }

    /** The same without packs and calendar. */
    static MarketFixture bare(String beijing) {
        return bare(beijing, Behaviour.NEWEST);
    }

    private static MarketFixture bare(String beijing, int behaviour) {
        MarketFixture market = MarketFixture.nothing().atMicros(at(beijing));
        market.system(MarketFixture.genesis(behaviour));
        for (int participant :
                new int[] {MarketFixture.SELLER, 2, MarketFixture.ALICE, MarketFixture.BOB, MarketFixture.CAROL}) {
            market.staff(new RegisterParticipant(participant, ""));
            market.staff(new CreditDeposit(participant, MarketFixture.WEALTH, "bank"));
        }
        return market;
    }
}
