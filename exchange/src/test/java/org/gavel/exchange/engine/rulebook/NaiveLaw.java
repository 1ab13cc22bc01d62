package org.gavel.exchange.engine.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.SoftClose;

/**
 * The four shipped packs written out a second time: the numbers of the statutes themselves, dates of the Java library
 * counted one by one, and every objection to an announcement at once instead of the first.
 */
final class NaiveLaw {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Map<String, Set<SellerCategory>> SELLERS = Map.of(
            "PRIVATE_SALE", Set.of(SellerCategory.PRIVATE),
            "AUCTION_LAW", Set.of(SellerCategory.PRIVATE, SellerCategory.UNIVERSITY),
            "JUDICIAL_LIKE", Set.of(SellerCategory.COURT),
            "SOE_ASSET", Set.of(SellerCategory.STATE_OWNED),
            "UNIVERSITY_OPEN_TRADE", Set.of(SellerCategory.UNIVERSITY));

    private final Set<LocalDate> off;
    private final Set<LocalDate> madeUp;
    private final Map<RejectReason, Long> objections = new EnumMap<>(RejectReason.class);

    /** What came before a relisting: its start in fen, and when it ended. */
    record Before(long start, long appraisal, long endedAt) {}

    NaiveLaw() {
        off = dates(Law.calendar().holidays());
        madeUp = dates(Law.calendar().workdays());
    }

    private static Set<LocalDate> dates(List<?> days) {
        return days.stream().map(day -> LocalDate.parse(day.toString())).collect(Collectors.toCollection(HashSet::new));
    }

    /** Every objection with its detail; {@code before} is null for a first listing. */
    Map<RejectReason, Long> objections(AnnounceLot lot, long now, Before before) {
        objections.clear();
        if (!SELLERS.get(lot.rulebook()).contains(lot.basis().category())) {
            object(RejectReason.CATEGORY_NOT_ADMITTED, 0);
        }
        switch (lot.rulebook()) {
            case "JUDICIAL_LIKE" -> court(lot, now, before);
            case "SOE_ASSET" -> state(lot, now, before);
            case "UNIVERSITY_OPEN_TRADE" -> {
                deposit(lot);
                notice(lot, after(date(now), 7));
            }
            case "AUCTION_LAW" -> notice(lot, after(date(now), 7));
            default -> {}
        }
        return objections;
    }

    private void object(RejectReason reason, long detail) {
        objections.put(reason, detail);
    }

    private void court(AnnounceLot lot, long now, Before before) {
        EnglishTerms terms = (EnglishTerms) lot.phases().get(0);
        long start = terms.start().fen();
        if (lot.reserve().hidden() || lot.reserve().amount().fen() != start) {
            object(RejectReason.RESERVE_NOT_START, start);
        }
        if (before == null) {
            appraised(lot, 0, RejectReason.START_BELOW_APPRAISAL, "0.7");
        } else {
            long least = BigDecimal.valueOf(before.start())
                    .multiply(new BigDecimal("0.8"))
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact();
            if (start < least) {
                object(RejectReason.RELIST_CUT_TOO_DEEP, least);
            }
            LocalDate last = after(date(before.endedAt()), 30);
            LocalDate first = after(date(now), lot.basis().movable() ? 7 : 15).plusDays(1);
            if ((lot.opensAt() == 0 ? first : date(lot.opensAt())).isAfter(last)) {
                object(RejectReason.RELIST_TOO_LATE, digits(last));
            }
            if (last.getYear() != 2026) {
                object(RejectReason.CALENDAR_MISSING, last.getYear());
            }
        }
        deposit(lot);
        if (terms.duration().toSeconds() < 86_400) {
            object(RejectReason.BIDDING_TOO_SHORT, 24);
        }
        SoftClose soft = terms.softClose();
        boolean lawful = soft.window().toMinutes() >= 5
                && soft.extension().toMinutes() >= 5
                && soft.maxExtensions() == 0
                && soft.latestClose().isZero();
        if (!lawful) {
            object(RejectReason.SOFT_CLOSE_UNFIT, 300);
        }
        int first = lot.basis().movable() ? 15 : 30;
        int again = lot.basis().movable() ? 7 : 15;
        notice(lot, after(date(now), before == null ? first : again));
    }

    private void state(AnnounceLot lot, long now, Before before) {
        if (before == null) {
            appraised(lot, 0, RejectReason.START_BELOW_APPRAISAL, "1");
        } else if (lot.basis().approvalRef().isBlank()
                || lot.basis().appraisal().fen() == 0) {
            appraised(lot, before.appraisal(), RejectReason.APPROVAL_MISSING, "0.9");
        }
        LocalDate day = date(now);
        int counted = works(day) ? 1 : 0;
        while (counted < 20) {
            day = day.plusDays(1);
            counted += works(day) ? 1 : 0;
        }
        notice(lot, day);
    }

    private void appraised(AnnounceLot lot, long before, RejectReason reason, String share) {
        if (lot.basis().appraisal().equals(Money.ZERO)) {
            object(RejectReason.APPRAISAL_MISSING, 0);
            return;
        }
        long higher = Math.max(before, lot.basis().appraisal().fen());
        BigDecimal least = BigDecimal.valueOf(higher).multiply(new BigDecimal(share));
        if (BigDecimal.valueOf(Math.max(lot.phases().get(0).start().fen(), open(lot)))
                        .compareTo(least)
                < 0) {
            object(reason, least.setScale(0, RoundingMode.CEILING).longValueExact());
        }
    }

    private static long open(AnnounceLot lot) {
        return lot.reserve().hidden() ? 0 : lot.reserve().amount().fen();
    }

    private void deposit(AnnounceLot lot) {
        BigDecimal start = BigDecimal.valueOf(lot.phases().get(0).start().fen());
        BigDecimal deposit = BigDecimal.valueOf(lot.deposit().fen());
        BigDecimal least = start.multiply(new BigDecimal("0.05"));
        BigDecimal most = start.multiply(new BigDecimal("0.2"));
        if (deposit.compareTo(least) < 0) {
            object(
                    RejectReason.DEPOSIT_TOO_LOW,
                    least.setScale(0, RoundingMode.CEILING).longValueExact());
        }
        if (deposit.compareTo(most) > 0) {
            object(
                    RejectReason.DEPOSIT_TOO_HIGH,
                    most.setScale(0, RoundingMode.FLOOR).longValueExact());
        }
    }

    private void notice(AnnounceLot lot, LocalDate last) {
        boolean early = lot.opensAt() != 0 && !date(lot.opensAt()).isAfter(last);
        if (early) {
            object(RejectReason.NOTICE_TOO_SHORT, digits(last.plusDays(1)));
        }
        if (last.getYear() != 2026) {
            object(RejectReason.CALENDAR_MISSING, last.getYear());
        }
    }

    private LocalDate after(LocalDate start, int days) {
        return Stream.iterate(start.plusDays(days), day -> day.plusDays(1))
                .filter(this::works)
                .findFirst()
                .orElseThrow();
    }

    private boolean works(LocalDate day) {
        boolean weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
        return madeUp.contains(day) || !(weekend || off.contains(day));
    }

    static LocalDate date(long micros) {
        return LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), SHANGHAI);
    }

    private static long digits(LocalDate day) {
        return day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
    }
}
