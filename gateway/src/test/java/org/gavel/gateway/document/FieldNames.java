package org.gavel.gateway.document;

import com.fasterxml.jackson.annotation.JsonView;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gavel.protocol.event.Faces;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Balance;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;

/** How the fields of records are written in the protocol document. */
final class FieldNames {
    private FieldNames() {}

    /** The record's fields with their kinds; those that may be absent in parentheses. */
    static String of(Class<?> type, Predicate<String> mayBeAbsent) {
        return Arrays.stream(type.getRecordComponents())
                .map(field -> mayBeAbsent.test(field.getName()) ? "(" + named(field) + ")" : named(field))
                .collect(Collectors.joining(", "));
    }

    /** The fields everybody sees, or those only the owner sees. */
    static String ofFace(Class<?> type, boolean personal) {
        return Arrays.stream(type.getRecordComponents())
                .filter(field -> isPersonal(field) == personal)
                .map(FieldNames::named)
                .collect(Collectors.joining(", "));
    }

    private static boolean isPersonal(RecordComponent field) {
        JsonView view = field.getAccessor().getAnnotation(JsonView.class);
        return view != null && view.value()[0].equals(Faces.Private.class);
    }

    private static String named(RecordComponent field) {
        return "`" + field.getName() + "` " + kind(field.getGenericType());
    }

    private static String kind(Type type) {
        if (type instanceof ParameterizedType list) {
            return "list of " + kind(list.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain == RejectReason.class
                    ? "a name of the table of refusals"
                    : Arrays.stream(plain.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining("\\|"));
        }
        if (plain.equals(PhaseTerms.class)) {
            return "terms";
        }
        return plain.equals(Money.class)
                        || plain.equals(Balance.class)
                        || plain.equals(ClientId.class)
                        || plain.equals(Day.class)
                        || !plain.isRecord()
                ? simple(plain)
                : plain.getSimpleName();
    }

    private static String simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Money", "Balance" -> "money";
            case "ClientId" -> "cid";
            case "int", "long", "Integer", "Long" -> "number";
            case "Day" -> "day";
            case "boolean", "Boolean" -> "true\\|false";
            case "String" -> "text";
            case "Duration" -> "duration";
            case "DealTerms" -> "terms";
            default -> throw new IllegalArgumentException("The document has no word for " + type);
        };
    }
}
