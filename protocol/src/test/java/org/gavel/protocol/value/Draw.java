package org.gavel.protocol.value;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gavel.protocol.reject.Require;

/** Random valid values of the protocol, all decided by one seed. Not thread-safe. */
public final class Draw {
    /** Where seeds begin; {@code -Dgavel.seed=N} begins elsewhere, to repeat a failure or to look further. */
    private static final long FIRST_SEED = Long.getLong("gavel.seed", 20_260_101L);

    /** How many times as much {@link #many} runs: the profile {@code slow} sets it. */
    private static final int EFFORT = Integer.getInteger("gavel.effort", 1);

    private static final String[] PIECES = {
        "a", "Z", "7", " ", "\"", "\\", "/", "<", "'", "{", "[", ",", ":", "é", "拍", "卖", "€", "\u2028", "\ufeff", "😀",
        "𠮷"
    };

    private final SplittableRandom random;

    public Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Runs the check with so many draws, times {@code gavel.effort}, one after the other. */
    public static void many(int count, Consumer<Draw> check) {
        exactly(Math.multiplyExact(count, EFFORT), check);
    }

    /** Runs the check with one draw after the other; a failure names the seed that repeats it. */
    public static void exactly(int count, Consumer<Draw> check) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
            try {
                check.accept(new Draw(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("repeat with -Dgavel.seed=" + seed + ": " + e, e);
            }
        }
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    public boolean flag() {
        return random.nextBoolean();
    }

    /** Evenly spread over the magnitudes, so that small and extreme numbers both come up. */
    public long number(long least, long most) {
        if (chance(8)) {
            return flag() ? least : most;
        }
        long span = (most - least) >>> random.nextInt(64);
        return least + (span == 0 ? 0 : random.nextLong(span));
    }

    public int whole(int least, int most) {
        return Math.toIntExact(number(least, most));
    }

    public int id() {
        return whole(1, Integer.MAX_VALUE);
    }

    /** A time or a count: 0 to 2^53 - 1. */
    public long instant() {
        return number(0, Require.MAX_NUMBER);
    }

    /** As large as a message may hold, on either side of 0. */
    public long signed() {
        return flag() ? instant() : -instant();
    }

    public BookTerms bookTerms() {
        long tick = number(1, 1_000_000);
        long lowest = 1L + below(1_000);
        int band = flag() ? 0 : whole(1, 9_999);
        return new BookTerms(
                new Money(tick),
                new Money(tick * lowest),
                new Money(tick * (lowest + below(1_000))),
                band,
                band == 0 ? duration() : longerThanZero(),
                duration(),
                longerThanZero(),
                flag());
    }

    public TradingDay tradingDay() {
        long at = 1L + below(1_000_000);
        return switch (below(5)) {
            case 0 -> TradingDay.OPEN_END;
            case 1 -> new TradingDay(0, at, 0, 0);
            case 2 -> new TradingDay(at, at + 1, at + 5, at + 9);
            case 3 -> new TradingDay(0, 0, at, at + 1);
            default -> new TradingDay(0, at, 0, at + 9);
        };
    }

    public long anyLong() {
        return number(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);
    }

    public Money money() {
        return new Money(number(0, Money.MAX_FEN));
    }

    /** Also beyond the largest amount. */
    public Balance balance() {
        return new Balance(flag() ? number(0, Money.MAX_FEN) : number(0, Long.MAX_VALUE / 4));
    }

    public Money price() {
        return new Money(number(1, Money.MAX_FEN));
    }

    public Duration duration() {
        return Duration.ofNanos(1000 * number(0, Require.MAX_DURATION.toNanos() / 1000));
    }

    public Duration longerThanZero() {
        return duration().plusNanos(1000).compareTo(Require.MAX_DURATION) > 0
                ? Require.MAX_DURATION
                : duration().isZero() ? Duration.ofNanos(1000) : Duration.ofSeconds(1 + below(86_400));
    }

    public String text() {
        int most = chance(200) ? Require.MAX_TEXT : below(12);
        StringBuilder text = new StringBuilder();
        while (text.length() + 2 <= most) {
            text.append(PIECES[below(PIECES.length)]);
        }
        return text.toString();
    }

    /** Text that is not blank. */
    public String words() {
        String text = text();
        return text.isBlank() ? "于" : text;
    }

    /** {@code length} of the characters. */
    public String of(String characters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(below(characters.length())));
        }
        return text.toString();
    }

    public String hex(int length) {
        return of("0123456789abcdef", length);
    }

    public <T> T oneOf(T[] values) {
        return values[below(values.length)];
    }

    public <T> List<T> list(int least, int most, Supplier<T> each) {
        int size = chance(400) ? most : Math.min(most, least + below(3));
        List<T> list = new ArrayList<>();
        while (list.size() < size) {
            list.add(each.get());
        }
        return list;
    }

    public Title title() {
        return flag() ? new Title(words(), text()) : new Title("", words());
    }

    public ClientId cid() {
        StringBuilder cid = new StringBuilder();
        int length = 1 + below(ClientId.MAX_LENGTH);
        while (cid.length() < length) {
            cid.append((char) ('!' + below('~' - '!' + 1)));
        }
        return ClientId.parse(cid.toString());
    }

    public OutageRule outage() {
        return new OutageRule(flag(), duration(), flag() ? ConnectivityRule.NONE : connectivity());
    }

    private ConnectivityRule connectivity() {
        return new ConnectivityRule(whole(1, 100), Duration.ofSeconds(whole(5, 3_600)));
    }

    public Offering offering() {
        return flag() ? Offering.PLAIN : new Offering(whole(0, 9), list(0, 3, this::item), duration());
    }

    private LotItem item() {
        return new LotItem(title(), oneOf(ItemKind.values()), text(), money());
    }

    public PriorityRule priority() {
        return new PriorityRule(oneOf(PriorityMode.values()), longerThanZero(), flag());
    }

    public Share share() {
        int winners = whole(1, Share.MAX_WINNERS);
        long units = flag() ? 0 : number(1, Require.MAX_NUMBER);
        return new Share(whole(1, winners), winners, units, units == 0 ? Money.ZERO : price());
    }

    public Admission admission() {
        if (chance(3)) {
            return Admission.OPEN;
        }
        boolean qualification = flag();
        boolean fixed = flag();
        return new Admission(
                flag(),
                qualification,
                qualification ? instant() : 0,
                oneOf(RelatedParties.values()),
                oneOf(ExportClass.values()),
                fixed,
                fixed ? hex(32 + below(33)) : "");
    }

    /** What a party may be marked with, or that it is no longer. */
    public ExclusionCause mark() {
        ExclusionCause cause = oneOf(ExclusionCause.values());
        return cause.isMark() ? cause : ExclusionCause.NONE;
    }

    public Reserve hiddenReserve() {
        return new Reserve(price(), true, hex(32 + below(33)));
    }

    public Reserve reserve() {
        return flag() ? hiddenReserve() : new Reserve(money(), false, flag() ? "" : hex(32));
    }

    public List<PhaseTerms> phases() {
        List<PhaseTerms> phases = new ArrayList<>(list(1, 7, this::bidding));
        if (flag()) {
            phases.add(1, new InquiryTerms(longerThanZero()));
        }
        return phases;
    }

    private PhaseTerms bidding() {
        return switch (below(16)) {
            case 0 ->
                new TimedTerms(price(), ladder(), flag(), whole(0, 1_000_000), longerThanZero(), someCap(), flag());
            case 1 -> new StepRoundsTerms(halfPrice(), halfPrice(), longerThanZero(), duration(), someCap(), flag());
            case 2 ->
                new JapaneseTerms(
                        halfPrice(), halfPrice(), 1 + below(2), longerThanZero(), oneOf(JapanesePrice.values()));
            case 4 -> dutch();
            case 5 -> new BestBidTerms(longerThanZero());
            case 6 ->
                new ReverseRoundsTerms(
                        price(), flag(), price(), longerThanZero(), list(1, 20, this::duration), Duration.ofMinutes(2));
            case 7 -> proxy();
            case 3 -> live();
            case 8 -> sealed();
            case 10 -> new ScoredTerms(price(), longerThanZero(), longerThanZero(), scores(), whole(0, 1_000));
            case 11 ->
                new ChallengeTerms(
                        price(),
                        longerThanZero(),
                        longerThanZero(),
                        scores(),
                        whole(0, 1_000),
                        whole(0, 100),
                        whole(0, 10_000));
            case 12 -> new ContestTerms(price(), scores(), whole(1, 20), longerThanZero(), whole(0, 1_000));
            case 9 -> shares();
            case 13 -> clock();
            case 14 -> new QuotesTerms(price(), price(), flag() ? SoftClose.NONE : cycle());
            default -> english();
        };
    }

    private Duration someCap() {
        return flag() ? Duration.ZERO : Require.MAX_DURATION;
    }

    private Money halfPrice() {
        return new Money(number(1, Money.MAX_FEN / 2));
    }

    private PhaseTerms dutch() {
        Money start = new Money(number(20_000, Money.MAX_FEN));
        int stages = 1 + below(100);
        Duration stage = Duration.ofSeconds(1 + below(86_400));
        return flag()
                ? new DutchTerms(start, stages, stage, 1 + below(100), Money.ZERO)
                : new DutchTerms(start, stages, stage, 0, new Money(1 + below(200)));
    }

    private PhaseTerms proxy() {
        return new ProxyTerms(price(), ladder(), longerThanZero(), flag() ? SoftClose.NONE : cycle());
    }

    private SoftClose cycle() {
        return new SoftClose(Duration.ZERO, longerThanZero(), Duration.ZERO, whole(0, 9), SoftClose.Mode.CYCLE);
    }

    private PhaseTerms sealed() {
        SealedPricing pricing = oneOf(SealedPricing.values());
        int rounds = pricing == SealedPricing.SECOND ? 1 : whole(1, SealedTerms.MAX_ROUNDS);
        return new SealedTerms(
                price(),
                longerThanZero(),
                longerThanZero(),
                pricing,
                whole(0, 1_000_000),
                rounds,
                flag() ? EnvelopeKey.NONE : envelopeKey());
    }

    public EnvelopeKey envelopeKey() {
        List<String> holders = List.of("exchange", "regulator", "notary " + id());
        return new EnvelopeKey(EnvelopeKeyTest.GENERATOR, whole(2, 3), holders);
    }

    private ScoreRule scores() {
        int priceWeight = whole(1, 9_999);
        return new ScoreRule(priceWeight, 10_000 - priceWeight, whole(0, 10_000), longerThanZero(), whole(0, 10));
    }

    private PhaseTerms shares() {
        long units = number(1, DividedTerms.MAX_UNITS);
        SharesPricing pricing = oneOf(SharesPricing.values());
        return new SharesTerms(units, unitPrice(units), number(1, units), longerThanZero(), pricing, longerThanZero());
    }

    private PhaseTerms clock() {
        long units = number(1, DividedTerms.MAX_UNITS);
        return new ClockTerms(units, unitPrice(units), whole(1, ClockTerms.MAX_RISE), longerThanZero());
    }

    private Money unitPrice(long units) {
        return new Money(number(1, Money.MAX_FEN / units));
    }

    private PhaseTerms english() {
        Duration duration = longerThanZero();
        Duration latest = flag() ? Duration.ZERO : Require.MAX_DURATION;
        SoftClose soft =
                new SoftClose(flag() ? Duration.ZERO : duration(), longerThanZero(), latest, whole(0, 1_000_000));
        return new EnglishTerms(
                price(), ladder(), flag(), whole(0, 1_000_000), duration, flag() ? SoftClose.NONE : soft, flag());
    }

    private PhaseTerms live() {
        return new LiveTerms(
                price(),
                ladder(),
                flag(),
                whole(0, 1_000_000),
                flag(),
                longerThanZero(),
                duration(),
                longerThanZero(),
                duration());
    }

    private List<Step> ladder() {
        List<Step> ladder = new ArrayList<>();
        long from = 0;
        int rows = chance(200) ? EnglishTerms.MAX_STEPS : 1 + below(3);
        while (ladder.size() < rows) {
            ladder.add(new Step(new Money(from), price()));
            from += number(1, Money.MAX_FEN / EnglishTerms.MAX_STEPS);
        }
        return ladder;
    }

    public ListingTerms listingTerms() {
        int days = whole(0, ListingTerms.MAX_DAYS);
        ListingExtension extension = days == 0
                ? ListingExtension.NONE
                : new ListingExtension(days, whole(1, 1_000), day(whole(1971, 2199)), whole(1, 1_000));
        return new ListingTerms(
                whole(1, ListingTerms.MAX_DAYS),
                Duration.ofSeconds(whole(1, 86_400)),
                extension,
                whole(0, ListingTerms.MAX_DAYS),
                flag(),
                whole(0, ListingTerms.MAX_DAYS),
                whole(0, ListingTerms.MAX_DAYS),
                Duration.ofSeconds(whole(0, 86_400)));
    }

    /** What the venue's people may suspend a listing for. */
    public SuspensionGround suspension() {
        return oneOf(SuspensionGround.values());
    }

    public Day anyDay() {
        return day(whole(1971, 2199));
    }

    public DealTerms dealTerms() {
        long until = number(2, Require.MAX_NUMBER);
        return switch (below(5)) {
            case 0 -> {
                boolean exclusive = flag();
                yield new FixedPriceTerms(price(), Money.ZERO, exclusive, exclusive ? 0 : whole(0, 99), instant());
            }
            case 1 ->
                new JointPurchaseTerms(
                        whole(1, 1_000),
                        new Money(number(1, 1_000_000)),
                        number(0, until),
                        until,
                        oneOf(OverSubscription.values()));
            case 2 -> new NeedTerms(money(), instant());
            case 3 -> {
                int need = whole(0, 9);
                yield new NegotiatedTerms(price(), oneOf(TransferMode.values()), publicity(), need, need);
            }
            default -> {
                Money price = price();
                PublicityTerms publicity = flag() ? PublicityTerms.NONE : publicity();
                yield new UseFirstTerms(price, price, oneOf(TransferMode.values()), publicity, whole(1, 3_660));
            }
        };
    }

    private PublicityTerms publicity() {
        int decideDays = flag() ? 0 : whole(1, PublicityTerms.MOST_DAYS);
        return new PublicityTerms(whole(15, PublicityTerms.MOST_DAYS), words(), flag(), words(), decideDays);
    }

    public SaleBasis basis() {
        return chance(2)
                ? SaleBasis.NONE
                : new SaleBasis(
                        oneOf(SellerCategory.values()),
                        flag(),
                        money(),
                        text(),
                        flag() ? 0 : id(),
                        whole(0, SaleBasis.MAX_MIN_BIDDERS));
    }

    public LotRules rules() {
        return chance(2)
                ? LotRules.NONE
                : new LotRules(basis(), hex(64), list(0, 2, () -> hex(64)), instant(), id(), hex(64));
    }

    public Rulebook rulebook() {
        return new Rulebook(
                "R" + of("AZ_09", 1 + below(60)),
                whole(1, 1_000_000),
                day(whole(1970, 2199)),
                title(),
                flag() ? Choice.ANY : new Choice(List.of("COURT", "PRIVATE"), text(), oneOf(SourceMark.values())),
                flag() ? Choice.ANY : new Choice(List.of("English"), text(), oneOf(SourceMark.values())),
                chance(3)
                        ? null
                        : new NoticeRules(oneOf(DayCount.values()), limit(), limit(), limit(), limit(), limit()),
                chance(3) ? null : new PriceRules(limit(), limit()),
                chance(3) ? null : new DepositRules(limit(), limit()),
                chance(3) ? null : new BiddingRules(limit(), limit(), limit()),
                chance(3) ? null : new RelistRules(limit(), limit(), limit()),
                flag()
                        ? List.of()
                        : List.of(new CommissionTier(Money.ZERO, portion()), new CommissionTier(price(), portion())),
                chance(3) ? null : new ListingRules(limit()));
    }

    public HolidayCalendar calendar() {
        int year = whole(1970, 2198);
        List<Day> holidays = new ArrayList<>();
        for (Day day = first(year); day.year() == year; day = day.plus(1 + below(60))) {
            holidays.add(day);
        }
        return new HolidayCalendar(year, whole(1, 1_000), holidays, List.of(), text(), oneOf(SourceMark.values()));
    }

    private Limit limit() {
        return flag() ? Limit.NONE : new Limit(number(0, Limit.MAX), text(), oneOf(SourceMark.values()));
    }

    private Limit portion() {
        return new Limit(number(0, 10_000), text(), oneOf(SourceMark.values()));
    }

    private static Day first(int year) {
        return Day.parse(year + "-01-01");
    }

    private Day day(int year) {
        return first(year).plus(below(365));
    }
}
