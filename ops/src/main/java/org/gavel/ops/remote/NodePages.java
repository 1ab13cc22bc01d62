package org.gavel.ops.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a node tells everybody over HTTP. */
public final class NodePages {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private NodePages() {}

    /** The rule sheet of a lot, as canonical JSON. */
    public static String ruleSheet(NodeAddress address, int lot) throws RemoteFailure {
        URI page = URI.create("http://" + address + "/v1/lots/" + lot + "/rules");
        HttpRequest request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            throw new RemoteFailure("the node at " + address + " knows no lot " + lot + "; see bin/gavel lot list");
        } catch (IOException e) {
            throw new RemoteFailure("no node answers at " + address + "; start it with bin/gavel serve", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteFailure("interrupted while asking " + address, e);
        }
    }
}
