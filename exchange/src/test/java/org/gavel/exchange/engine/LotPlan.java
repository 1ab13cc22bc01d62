package org.gavel.exchange.engine;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.ConnectivityRule;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.LotItem;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Offering;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.PriorityRule;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.RelatedParties;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.Title;

/**
 * The terms of a lot in the making: start 100 yuan, step 10 yuan in multiples, 1000 s, a hard close, no deposit, no
 * reserve, resumes 10 s after an outage, unless said otherwise.
 */
public final class LotPlan {
    /** A salt for hidden reserves. */
    public static final String SALT = "0123456789abcdef0123456789abcdef";

    private final int number;
    private final List<PhaseTerms> earlier = new ArrayList<>();
    private List<PhaseTerms> exactly = List.of();
    private int seller = MarketFixture.SELLER;
    private Money start = MarketFixture.yuan(100);
    private List<Step> ladder = List.of(new Step(Money.ZERO, MarketFixture.yuan(10)));
    private boolean proxy;
    private boolean anyRaise;
    private int maxMultiple;
    private boolean leaderMayRaise;
    private Duration duration = Duration.ofSeconds(1000);
    private SoftClose softClose = SoftClose.NONE;
    private Money deposit = Money.ZERO;
    private Reserve reserve = Reserve.NONE;
    private long opensAt;
    private OutageRule outage = OutageRule.DEFAULT;

    private PriorityRule priority = PriorityRule.NONE;
    private Admission admission = Admission.OPEN;

    private String rulebook = "PRIVATE_SALE";
    private SaleBasis basis = SaleBasis.NONE;
    private Offering offering = Offering.PLAIN;

    private LotPlan(int number) {
        this.number = number;
    }

    public static LotPlan lot(int number) {
        return new LotPlan(number);
    }

    public int number() {
        return number;
    }

    public LotPlan soldBy(int participant) {
        seller = participant;
        return this;
    }

    public LotPlan start(Money price) {
        start = price;
        return this;
    }

    public LotPlan step(Money increment) {
        return ladder(new Step(Money.ZERO, increment));
    }

    public LotPlan ladder(Step... rows) {
        ladder = List.of(rows);
        return this;
    }

    /** Bidders leave maxima, and the venue bids for them. */
    public LotPlan proxy() {
        proxy = true;
        return this;
    }

    public LotPlan softClose(SoftClose rule) {
        softClose = rule;
        return this;
    }

    public LotPlan anyRaise() {
        anyRaise = true;
        return this;
    }

    public LotPlan maxMultiple(int increments) {
        maxMultiple = increments;
        return this;
    }

    public LotPlan leaderMayRaise() {
        leaderMayRaise = true;
        return this;
    }

    public LotPlan lasts(long seconds) {
        duration = Duration.ofSeconds(seconds);
        return this;
    }

    /** RESET soft close without a cap, in seconds. */
    public LotPlan softClose(long window, long extension) {
        return softClose(window, extension, 0, 0);
    }

    /** RESET soft close in seconds; the cap counts from the opening; 0 means no cap and any number of extensions. */
    public LotPlan softClose(long window, long extension, long latestClose, int maxExtensions) {
        softClose = new SoftClose(
                Duration.ofSeconds(window),
                Duration.ofSeconds(extension),
                Duration.ofSeconds(latestClose),
                maxExtensions);
        return this;
    }

    public LotPlan deposit(Money amount) {
        deposit = amount;
        return this;
    }

    public LotPlan openReserve(Money amount) {
        reserve = new Reserve(amount, false, "");
        return this;
    }

    public LotPlan hiddenReserve(Money amount) {
        reserve = new Reserve(amount, true, SALT);
        return this;
    }

    /** Opens by itself at this second of the test. */
    public LotPlan opensAt(long seconds) {
        opensAt = MarketFixture.time(seconds);
        return this;
    }

    /** Opens by itself at this time, microseconds since 1970. */
    public LotPlan opensAtMicros(long micros) {
        opensAt = micros;
        return this;
    }

    /** Announced under this rulebook, with what it asks about the lot. */
    public LotPlan under(String name, SaleBasis asked) {
        rulebook = name;
        basis = asked;
        return this;
    }

    /** Rights of first refusal; whoever is asked has this many seconds. */
    public LotPlan priority(PriorityMode mode, long askSeconds) {
        priority = new PriorityRule(mode, Duration.ofSeconds(askSeconds), priority.singleUse());
        return this;
    }

    /** Each holder matches once at most. */
    public LotPlan singleUse() {
        priority = new PriorityRule(priority.mode(), priority.askFor(), true);
        return this;
    }

    public LotPlan admission(Admission rule) {
        admission = rule;
        return this;
    }

    /** Only participants whose identity is verified. */
    public LotPlan realName() {
        return admission(new Admission(
                true,
                admission.qualification(),
                admission.applyUntil(),
                admission.relatedParties(),
                admission.exportClass(),
                admission.paddlesFixed(),
                admission.paddleSalt()));
    }

    /** Only qualified bidders, who apply before this second of the test; 0 until the lot ends. */
    public LotPlan qualification(long untilSecond) {
        return admission(new Admission(
                admission.realName(),
                true,
                untilSecond == 0 ? 0 : MarketFixture.time(untilSecond),
                admission.relatedParties(),
                admission.exportClass(),
                admission.paddlesFixed(),
                admission.paddleSalt()));
    }

    /** Related parties may take part, and everybody is told. */
    public LotPlan disclosesRelatedParties() {
        return admission(new Admission(
                admission.realName(),
                admission.qualification(),
                admission.applyUntil(),
                RelatedParties.DISCLOSED,
                admission.exportClass(),
                admission.paddlesFixed(),
                admission.paddleSalt()));
    }

    public LotPlan export(ExportClass regulated) {
        return admission(new Admission(
                admission.realName(),
                admission.qualification(),
                admission.applyUntil(),
                admission.relatedParties(),
                regulated,
                admission.paddlesFixed(),
                admission.paddleSalt()));
    }

    /** Nobody joins after the opening. */
    public LotPlan paddlesFixed() {
        return admission(new Admission(
                admission.realName(),
                admission.qualification(),
                admission.applyUntil(),
                admission.relatedParties(),
                admission.exportClass(),
                true,
                SALT));
    }

    public LotPlan clerkResumes() {
        outage = new OutageRule(true, Duration.ofSeconds(10));
        return this;
    }

    public LotPlan resumesAfter(long micros) {
        outage = new OutageRule(false, Duration.of(micros, ChronoUnit.MICROS));
        return this;
    }

    /** Pauses when so many percent of its bidders are missing for so many seconds. */
    public LotPlan connectivity(int percent, long seconds) {
        ConnectivityRule rule = new ConnectivityRule(percent, Duration.ofSeconds(seconds));
        outage = new OutageRule(outage.clerkResumes(), outage.resumeAfter(), rule);
        return this;
    }

    /** Closes together with the others of the group. */
    public LotPlan group(int number) {
        offering = new Offering(number, offering.items(), offering.objections());
        return this;
    }

    /** Several things sold as one. */
    public LotPlan items(LotItem... items) {
        offering = new Offering(offering.group(), List.of(items), offering.objections());
        return this;
    }

    /** Its award can be annulled for so many seconds. */
    public LotPlan objections(long seconds) {
        offering = new Offering(offering.group(), offering.items(), Duration.ofSeconds(seconds));
        return this;
    }

    /** What was said so far is one phase; what follows changes the next. */
    public LotPlan thenPhase() {
        earlier.add(terms());
        return this;
    }

    /** Exactly these phases, whatever else was said about bidding. */
    public LotPlan phases(PhaseTerms... given) {
        exactly = List.of(given);
        return this;
    }

    private PhaseTerms terms() {
        if (proxy) {
            return new ProxyTerms(start, ladder, duration, softClose);
        }
        return new EnglishTerms(start, ladder, anyRaise, maxMultiple, duration, softClose, leaderMayRaise);
    }

    /** The command that announces it. */
    public AnnounceLot announcement() {
        List<PhaseTerms> phases = new ArrayList<>(earlier);
        phases.add(terms());
        phases = exactly.isEmpty() ? phases : exactly;
        Title title = new Title("第" + number + "号", "Lot " + number);
        return new AnnounceLot(number, title, seller, rulebook, deposit, reserve, phases, opensAt, outage, priority)
                .with(basis)
                .with(admission)
                .with(offering);
    }
}
