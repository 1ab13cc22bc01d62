package org.gavel.exchange.snapshot.graph;

/**
 * Numbers of objects, found by identity. One table without boxes and without an object for each entry, for a market is
 * millions of objects. For one thread.
 */
final class Numbering {
    static final int NONE = -1;

    private static final int FIRST_SIZE = 1 << 10;

    private Object[] objects = new Object[FIRST_SIZE];

    /** Of the object in the same place: its identity hash, so that growing looks at no object, and its number. */
    private long[] tags = new long[FIRST_SIZE];

    private int size;

    /** The object's number, or {@link #NONE}. */
    int get(Object object) {
        int place = place(System.identityHashCode(object));
        while (objects[place] != null) {
            if (objects[place] == object) {
                return (int) tags[place];
            }
            place = (place + 1) & (objects.length - 1);
        }
        return NONE;
    }

    /** Numbers an object that has no number yet. */
    void put(Object object, int number) {
        if (++size * 2 > objects.length) {
            grow();
        }
        int hash = System.identityHashCode(object);
        enter(object, (long) hash << Integer.SIZE | number);
    }

    private void enter(Object object, long tag) {
        int place = place((int) (tag >>> Integer.SIZE));
        while (objects[place] != null) {
            place = (place + 1) & (objects.length - 1);
        }
        objects[place] = object;
        tags[place] = tag;
    }

    private int place(int hash) {
        return hash & (objects.length - 1);
    }

    private void grow() {
        Object[] before = objects;
        long[] tagsBefore = tags;
        objects = new Object[before.length * 2];
        tags = new long[before.length * 2];
        for (int place = 0; place < before.length; place++) {
            if (before[place] != null) {
                enter(before[place], tagsBefore[place]);
            }
        }
    }
}
