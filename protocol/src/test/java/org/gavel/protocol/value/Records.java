package org.gavel.protocol.value;

import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/** The records a sealed interface permits, however deep. */
public final class Records {
    private Records() {}

    public static SortedSet<String> namesOf(Class<?> sealed) {
        SortedSet<String> names = new TreeSet<>();
        for (Class<?> record : of(sealed)) {
            names.add(record.getSimpleName());
        }
        return names;
    }

    public static SortedSet<Class<?>> of(Class<?> sealed) {
        SortedSet<Class<?>> records = new TreeSet<>(Comparator.comparing(Class::getSimpleName));
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                records.add(permitted);
            } else {
                records.addAll(of(permitted));
            }
        }
        return records;
    }
}
