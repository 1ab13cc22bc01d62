package org.gavel.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.gavel.gateway.throttle.Rate;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;

/** Whatever comes in gets exactly one reply, and nothing is ever thrown at the socket. */
class SessionFuzzTest {
    private static final int ROUNDS = 20_000;

    private static final List<String> SEEDS = List.of(
            "{\"op\":\"PlaceBid\",\"id\":1,\"cid\":\"a1\",\"lot\":1,\"amount\":\"101000\",\"bidder\":7}",
            "{\"op\":\"Subscribe\",\"id\":\"x\",\"channel\":\"lot.1\",\"epoch\":\"00\",\"from\":3}",
            "{\"op\":\"AnnounceLot\",\"cid\":\"n\",\"lot\":5,\"title\":{\"en\":\"x\"},\"seller\":9,\"rulebook\":\"r\","
                    + "\"reserve\":{\"amount\":\"500\",\"hidden\":true},\"phases\":[{\"mechanism\":\"English\"}]}",
            "{\"op\":\"Authenticate\",\"token\":\"eyJhbGciOiJFUzI1NiJ9.e30.AAAA\"}",
            "{\"op\":\"TimeSync\",\"t0\":9007199254740991}",
            "{\"op\":\"AskStatus\",\"cid\":\"a\",\"about\":\"b\"}");

    private static final String ALPHABET = "{}[]\",:\\u0019-+.eE nulltrfas\u0000\ud800拍'";

    @Test
    void answersEveryMessageOnce() {
        long seed = System.nanoTime();
        System.out.println("SessionFuzzTest seed " + seed);
        Random random = new Random(seed);
        SessionRig rig = new SessionRig();
        rig.settings(settings -> settings.withBidders(new Rate(1_000_000, 1_000_000)));
        for (Role role : List.of(Role.BIDDER, Role.OPERATOR)) {
            rig.signIn(7, role);
            for (int i = 0; i < ROUNDS; i++) {
                rig.pass(Duration.ofMillis(1));
                String text = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
                rig.session.received(text);
                long replies = rig.outlet.sent.stream()
                        .filter(sent -> JsonCodec.parse(sent).has("ok"))
                        .count();
                assertEquals(1, replies, () -> "seed " + seed + ": " + text);
                rig.outlet.sent.clear();
            }
        }
    }

    private static String mutated(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            int at = random.nextInt(text.length());
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, other);
                case 1 -> text.insert(at, other);
                case 2 -> text.deleteCharAt(at);
                default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
            }
        }
        return text.toString();
    }
}
