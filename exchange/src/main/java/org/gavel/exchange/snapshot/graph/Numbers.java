package org.gavel.exchange.snapshot.graph;

import java.io.IOException;
import java.lang.reflect.Field;

/** Fields and arrays of numbers. The engine keeps long, int, short, byte, char and boolean; others are refused. */
final class Numbers {
    private static final int LONGS = 0;
    private static final int INTS = 1;
    private static final int BYTES = 2;
    private static final int BOOLEANS = 3;

    private Numbers() {}

    static void write(Field field, Object owner, GraphSink out) throws IOException, IllegalAccessException {
        Class<?> type = field.getType();
        if (type == long.class) {
            out.putLong(field.getLong(owner));
        } else if (type == int.class) {
            out.putInt(field.getInt(owner));
        } else if (type == boolean.class) {
            out.put(field.getBoolean(owner) ? 1 : 0);
        } else if (type == byte.class) {
            out.put(field.getByte(owner));
        } else if (type == short.class) {
            out.putInt(field.getShort(owner));
        } else if (type == char.class) {
            out.putInt(field.getChar(owner));
        } else {
            throw new GraphRefusal(field + " is of a kind the engine may not keep");
        }
    }

    /** The value of a field, boxed. */
    static Object read(Class<?> type, GraphSource in) throws IOException {
        if (type == long.class) {
            return in.getLong();
        } else if (type == int.class) {
            return in.getInt();
        } else if (type == boolean.class) {
            return in.get() != 0;
        } else if (type == byte.class) {
            return (byte) in.get();
        } else if (type == short.class) {
            return (short) in.getInt();
        }
        return (char) in.getInt();
    }

    /** The same into a field, without a box where the engine has most of them. */
    static void read(Field field, Object owner, GraphSource in) throws IOException, IllegalAccessException {
        Class<?> type = field.getType();
        if (type == long.class) {
            field.setLong(owner, in.getLong());
        } else if (type == int.class) {
            field.setInt(owner, in.getInt());
        } else {
            field.set(owner, read(type, in));
        }
    }

    static void write(Object array, GraphSink out) throws IOException {
        if (array instanceof long[] longs) {
            out.put(LONGS);
            out.putCount(longs.length);
            out.putLongs(longs);
        } else if (array instanceof int[] ints) {
            out.put(INTS);
            out.putCount(ints.length);
            out.putInts(ints);
        } else if (array instanceof byte[] bytes) {
            out.put(BYTES);
            out.putCount(bytes.length);
            out.putBytes(bytes);
        } else if (array instanceof boolean[] flags) {
            out.put(BOOLEANS);
            out.putCount(flags.length);
            for (boolean flag : flags) {
                out.put(flag ? 1 : 0);
            }
        } else {
            throw new GraphRefusal("an array of " + array.getClass().getComponentType() + " cannot be written down");
        }
    }

    static Object read(GraphSource in) throws IOException {
        int kind = in.get();
        int length = in.getCount();
        return switch (kind) {
            case LONGS -> in.getLongs(length);
            case INTS -> in.getInts(length);
            case BYTES -> in.getBytes(length);
            case BOOLEANS -> {
                boolean[] flags = new boolean[length];
                for (int i = 0; i < length; i++) {
                    flags[i] = in.get() != 0;
                }
                yield flags;
            }
            default -> throw new GraphRefusal("an array of the unknown kind " + kind);
        };
    }
}
