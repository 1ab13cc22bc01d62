package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Balance;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Money;

/**
 * How values look in JSON: money as digits in a string (a number is read too), durations as ISO 8601 (PT5M), days (2026-03-02), client
 * ids as their text.
 */
final class ValueModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ValueModule() {
        super("gavel-values");
        add(Money.class, true, Money::parse, Money::toString);
        add(Balance.class, true, Balance::parse, Balance::toString);
        add(ClientId.class, false, text -> text.isEmpty() ? ClientId.NONE : ClientId.parse(text), ClientId::toString);
        add(Day.class, false, Day::parse, Day::toString);
        add(Duration.class, false, ValueModule::parseDuration, Duration::toString);
        setDeserializerModifier(new ExactNames());
    }

    private <T> void add(Class<T> type, boolean numbers, Function<String, T> read, Function<T, String> write) {
        addSerializer(type, new TextSerializer<>(type, write));
        addDeserializer(type, new TextDeserializer<>(type, numbers, read));
    }

    private static Duration parseDuration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "duration", "must be written as PT5M or PT30S");
        }
    }

    /** Enums by their names alone: Jackson's own reader trims white space. */
    private static final class ExactNames extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> usual) {
            List<?> constants = List.of(type.getRawClass().getEnumConstants());
            return new TextDeserializer<>(type.getRawClass(), false, text -> named(constants, text));
        }

        private static Object named(List<?> constants, String text) {
            for (Object constant : constants) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
            throw new InvalidValue(RejectReason.BAD_FIELD, "", "must be one of " + constants);
        }
    }

    private static final class TextSerializer<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> write;

        TextSerializer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(write.apply(value));
        }
    }

    private static final class TextDeserializer<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final boolean numbers;
        private final transient Function<String, T> read;

        TextDeserializer(Class<?> type, boolean numbers, Function<String, T> read) {
            super(type);
            this.numbers = numbers;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            boolean readable = in.currentToken() == JsonToken.VALUE_STRING
                    || (numbers && in.currentToken().isNumeric());
            if (!readable) {
                throw new InvalidValue(
                        RejectReason.BAD_FIELD, "", numbers ? "must be text or a number" : "must be text");
            }
            return read.apply(in.getText());
        }
    }
}
