package org.gavel.ops.system;

/** The text of a small event: one seller, bidders from 1001 on, and a roadshow of short lots. */
final class EventText {
    static final int SELLER = 501;
    static final int FIRST_BIDDER = 1001;
    static final int ROADSHOW = 1;
    static final int CLERK_RESUMES_EVERY = 3;

    /** Belongs to no roadshow: the clerk opens it. */
    static final int HAMMERED_LOT = 100;

    private static final String HAMMERED = "  - { number: " + HAMMERED_LOT
            + ", title: { en: Everybody wants this }, start: 1, increment: 1, deposit: 0, anyRaise: true,"
            + " duration: 10m, softClose: none, outage: { resumeAfter: 200ms } }\n";

    private EventText() {}

    /**
     * Lots from 1 on; every third waits for the clerk after an outage, every second has a hidden reserve.
     *
     * @param defaults the lots' common terms, as YAML
     */
    static String of(int bidders, int lots, String defaults) {
        StringBuilder text = new StringBuilder("event: system-test\nvenue: " + TestVenue.NAME
                + "\nrulebook: PRIVATE_SALE\nparticipants:\n  sellers:\n    - { number: " + SELLER
                + ", name: Seller }\n  bidders:\n");
        for (int i = 0; i < bidders; i++) {
            text.append("    - { number: %d, name: Bidder %d, deposit: 500万 }\n".formatted(FIRST_BIDDER + i, i));
        }
        text.append("defaults: ").append(defaults).append("\nlots:\n");
        for (int lot = 1; lot <= lots; lot++) {
            text.append(lot(lot));
        }
        text.append(HAMMERED);
        text.append("sessions:\n  - { number: " + ROADSHOW + ", title: { zh: 专场, en: Roadshow }, interval: 300ms,"
                + " lots: [");
        for (int lot = 1; lot <= lots; lot++) {
            text.append(lot == 1 ? "" : ", ").append(lot);
        }
        return text.append("] }\n").toString();
    }

    private static String lot(int number) {
        String reserve = number % 2 == 0 ? ", reserve: { amount: 60万, hidden: true }" : "";
        String outage = number % CLERK_RESUMES_EVERY == 0 ? ", outage: { clerkResumes: true }" : "";
        return "  - { number: %d, title: { zh: 成果%d, en: Achievement %d }, start: 50万%s%s }\n"
                .formatted(number, number, number, reserve, outage);
    }
}
