package org.gavel.ops.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gavel.exchange.audit.JournalCourse.Extent;
import org.gavel.ops.audit.AuditTime;
import org.gavel.ops.yaml.HumanDuration;
import org.gavel.ops.yaml.HumanMoney;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.SuspensionGround;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What options and parameters may be, beyond what every command line knows. */
final class Converters {
    private Converters() {}

    /** The number of a lot, a participant or a roadshow. */
    static final class Id implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String given) {
            if (!given.matches("[1-9][0-9]{0,9}") || Long.parseLong(given) > Integer.MAX_VALUE) {
                throw new TypeConversionException("'" + given + "' must be a number from 1 to " + Integer.MAX_VALUE);
            }
            return Integer.valueOf(given);
        }
    }

    /** How far an auditor reads: a sequence or a time. */
    static final class Until implements ITypeConverter<Extent> {
        @Override
        public Extent convert(String given) {
            try {
                return AuditTime.until(given);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + given + "' " + e.getMessage());
            }
        }
    }

    /** The rows of an increment ladder. */
    record Rows(List<Step> steps) {}

    /** An increment ladder, {@code 0:5万,300万:10万}. */
    static final class Ladder implements ITypeConverter<Rows> {
        @Override
        public Rows convert(String given) {
            List<Step> rows = new ArrayList<>();
            for (String row : given.split(",", -1)) {
                String[] parts = row.strip().split(":", -1);
                if (parts.length != 2) {
                    throw new TypeConversionException("'" + row + "' must be FROM:STEP, such as 300万:10万");
                }
                rows.add(new Step(money(parts[0]), money(parts[1])));
            }
            return new Rows(rows);
        }
    }

    /** A soft-close extension, zero for none. */
    static final class Extension implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String given) {
            try {
                return given.equals("none") ? Duration.ZERO : HumanDuration.parse(given);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + given + "' " + e.getMessage() + ", or none");
            }
        }
    }

    /** A reserve, zero for none. */
    static final class ReserveAmount implements ITypeConverter<Money> {
        @Override
        public Money convert(String given) {
            return given.equals("none") ? Money.ZERO : money(given);
        }
    }

    private static Money money(String given) {
        try {
            return HumanMoney.parse(given.strip());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + given + "' " + e.getMessage());
        }
    }

    /** A point of time, in microseconds since 1970. */
    static final class Moment implements ITypeConverter<Long> {
        @Override
        public Long convert(String given) {
            return parsed(ScalarTypes.TIME, given);
        }
    }

    /** What a listing is suspended for. */
    static final class Suspension implements ITypeConverter<SuspensionGround> {
        @Override
        public SuspensionGround convert(String given) {
            return parsed(ScalarTypes.word(SuspensionGround.class), given);
        }
    }

    /** One of the two places in which a deal is public. */
    static final class Place implements ITypeConverter<PublicityPlace> {
        @Override
        public PublicityPlace convert(String given) {
            return parsed(ScalarTypes.word(PublicityPlace.class), given);
        }
    }

    /** Why a party may not take part in a sale; {@code none} takes the mark away. */
    static final class Mark implements ITypeConverter<ExclusionCause> {
        @Override
        public ExclusionCause convert(String given) {
            ExclusionCause cause = parsed(ScalarTypes.word(ExclusionCause.class), given);
            if (cause != ExclusionCause.NONE && !cause.isMark()) {
                throw new TypeConversionException(
                        "'" + given
                                + "' is not one a party is marked with; name consignorAgent, staff, relatedParty, defaulter or none");
            }
            return cause;
        }
    }

    private static <T> T parsed(ScalarType<T> type, String given) {
        try {
            return type.parse().apply(given);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + given + "' " + e.getMessage());
        }
    }

    /** The number of a participant or of a member of staff. */
    static final class Subject implements ITypeConverter<Long> {
        @Override
        public Long convert(String given) {
            if (!given.matches("[1-9][0-9]{0,14}")) {
                throw new TypeConversionException("'" + given + "' must be a number of 1 to 15 digits above 0");
            }
            return Long.valueOf(given);
        }
    }

    /** The number of an act that waits for a second person. */
    static final class Held implements ITypeConverter<Long> {
        @Override
        public Long convert(String given) {
            if (!given.matches("[1-9][0-9]{0,15}") || Long.parseLong(given) > Require.MAX_NUMBER) {
                throw new TypeConversionException("'" + given + "' must be a number from the list of approvals");
            }
            return Long.valueOf(given);
        }
    }

    /** How long a token may hold. */
    static final class Validity implements ITypeConverter<Duration> {
        private static final Duration LEAST = Duration.ofSeconds(1);

        @Override
        public Duration convert(String given) {
            try {
                Duration validity = HumanDuration.parse(given);
                if (validity.compareTo(LEAST) >= 0) {
                    return validity;
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + given + "' " + e.getMessage());
            }
            throw new TypeConversionException("'" + given + "' must be 1s or longer");
        }
    }

    /** The public reason of an act. */
    static final class Reason implements ITypeConverter<String> {
        @Override
        public String convert(String given) {
            try {
                return Require.reason(given);
            } catch (InvalidValue e) {
                throw new TypeConversionException(e.sentence());
            }
        }
    }

    /** The roles people have. */
    static final class PersonRole implements ITypeConverter<Role> {
        @Override
        public Role convert(String given) {
            return switch (given.toLowerCase(Locale.ROOT)) {
                case "bidder" -> Role.BIDDER;
                case "clerk" -> Role.CLERK;
                case "operator" -> Role.OPERATOR;
                case "auditor" -> Role.AUDITOR;
                case "spectator" -> Role.SPECTATOR;
                default ->
                    throw new TypeConversionException(
                            "'" + given + "' must be bidder, clerk, operator, auditor or spectator");
            };
        }
    }
}
