package org.gavel.ops.cli;

import java.time.Duration;
import java.util.Locale;
import org.gavel.ops.yaml.HumanDuration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Role;
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
