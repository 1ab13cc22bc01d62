package org.gavel.exchange.engine.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.value.Residence;
import org.junit.jupiter.api.Test;

/** Who is one legal person, whatever was registered and described in which order. */
final class PersonsTest {
    private static final int PARTICIPANTS = 12;

    private final Accounts accounts = new Accounts();

    private void register(String identity, int... participants) {
        IntStream.of(participants).forEach(each -> accounts.register(each, identity));
    }

    private void describe(int participant, String legalPerson) {
        accounts.describe(accounts.get(participant), legalPerson, Residence.MAINLAND, false);
    }

    private void expectOne(int... participants) {
        for (int each : participants) {
            assertArrayEquals(participants, accounts.numbersOf(each).toArray(), "of " + each);
            assertEquals(participants[0], accounts.personOf(each));
            assertEquals(participants.length == 1, accounts.isAlone(each));
        }
    }

    @Test
    void whoHasOneIdentityIsOnePersonInTheOrderOfRegistration() {
        register("5f", 12, 11);
        register("6a", 10);
        register("5f", 3);
        expectOne(12, 11, 3);
        expectOne(10);
        assertTrue(accounts.areOnePerson(3, 12));
        assertEquals(2, accounts.persons(IntStream.of(3, 10, 11)));
    }

    @Test
    void ofWhomNothingIsKnownIsAPersonAlone() {
        register("", 11, 12);
        expectOne(11);
        expectOne(12);
        assertEquals(2, accounts.persons(IntStream.of(11, 12)));
    }

    @Test
    void theOrderIsThatOfRegistrationNotOfDescription() {
        register("", 14, 11, 13, 12);
        describe(12, "one");
        describe(14, "one");
        describe(13, "one");
        describe(11, "one");
        expectOne(14, 11, 13, 12);
    }

    @Test
    void whoIsDescribedAnewIsOneWithOthersFromThenOn() {
        register("5f", 11, 12, 13);
        describe(12, "one");
        expectOne(11, 13);
        expectOne(12);
        describe(13, "one");
        expectOne(11);
        expectOne(12, 13);
        describe(13, "");
        expectOne(11, 13);
        describe(11, "two");
        expectOne(13);
    }

    @Test
    void isAlwaysAsIfEverybodyWereAsked() {
        Effort.forSeeds("PersonsTest", 50, PersonsTest::describesAtRandom);
    }

    private static void describesAtRandom(SplittableRandom random) {
        Accounts all = new Accounts();
        List<Integer> inOrder = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            int participant = random.nextInt(1, PARTICIPANTS + 1);
            String person = List.of("", "p", "q", "r").get(random.nextInt(4));
            if (all.has(participant)) {
                all.describe(all.get(participant), person, Residence.UNKNOWN, false);
            } else {
                all.register(participant, List.of("", "p", "q").get(participant % 3));
                inOrder.add(participant);
            }
            inOrder.forEach(each -> expectAsAsked(all, inOrder, each));
        }
    }

    private static void expectAsAsked(Accounts all, List<Integer> inOrder, int one) {
        String person = all.get(one).person(true);
        int[] same = inOrder.stream()
                .mapToInt(Integer::intValue)
                .filter(other -> other == one
                        || (!person.isEmpty() && person.equals(all.get(other).person(true))))
                .toArray();
        assertArrayEquals(same, all.numbersOf(one).toArray());
        assertEquals(same[0], all.personOf(one));
        assertEquals(same.length == 1, all.isAlone(one));
    }
}
