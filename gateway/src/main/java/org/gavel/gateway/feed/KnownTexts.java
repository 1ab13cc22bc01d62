package org.gavel.gateway.feed;

import java.util.HashMap;
import java.util.Map;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;

/** The JSON text of each of many views, encoded again only where the view has changed. Guarded by the hub's lock. */
final class KnownTexts<T> {
    private final Map<Integer, Known<T>> known = new HashMap<>();

    private record Known<T>(T view, Body text) {}

    /** The text of what stands under this number; encoded when it is read. */
    Body of(int number, T view) {
        Known<T> last = known.get(number);
        if (last == null || last.view() != view) {
            last = new Known<>(view, new Body(() -> CanonicalJson.write(JsonCodec.tree((Object) view))));
            known.put(number, last);
        }
        return last.text();
    }
}
