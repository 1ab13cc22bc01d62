package org.gavel.ops.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.loadtest.link.Wire;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.value.Role;

/** A venue with its operator at work, whose page browsers show. For one thread. */
final class PageVenue implements AutoCloseable {
    private final ServedVenue venue;
    private final SyncClient operator;
    private int cids;

    private PageVenue(ServedVenue venue) {
        this.venue = venue;
        this.operator = venue.client(TestVenue.OPERATOR, Role.OPERATOR);
    }

    /** With the calendars of this year and the next, and these participants, who have money. */
    static PageVenue open(Gavel gavel, int... participants) throws IOException, InvalidFile {
        PageVenue opened = new PageVenue(ServedVenue.open(gavel.directory()));
        int now = Year.now(ZoneId.of("Asia/Shanghai")).getValue();
        for (int year : List.of(now, now + 1)) {
            opened.says("{'op':'InstallCalendar','calendar':{'year':" + year
                    + ",'version':9,'holidays':[],'workdays':[],'source':'test','mark':'W'},'reason':'test'}");
        }
        for (int participant : participants) {
            opened.says("{'op':'RegisterParticipant','participant':" + participant + "}");
            opened.says(
                    "{'op':'CreditDeposit','participant':" + participant + ",'amount':'500000000','reference':'bank'}");
        }
        return opened;
    }

    /** Has the operator send this command, which must be accepted. */
    void says(String command) {
        says(operator, command);
    }

    /** Has this bidder send it. */
    void says(long bidder, String command) {
        try (SyncClient client = venue.client(bidder, Role.BIDDER)) {
            says(client, command);
        }
    }

    private void says(SyncClient client, String command) {
        ObjectNode fields = Wire.read(command.replace('\'', '"')).orElseThrow();
        client.ask(fields.remove("op").asText(), fields.put("cid", "s" + ++cids));
    }

    /** A listing, number 1 of lot 11, that takes intentions. */
    void listing() {
        says("{'op':'AnnounceListing','listing':1,'lot':{'lot':11,'title':{'zh':'专利','en':'Patent'},'seller':501,"
                + "'rulebook':'PRIVATE_SALE','deposit':'5000000','phases':[{'mechanism':'English','start':'44000000',"
                + "'increments':[{'from':'0','step':'1000000'}],'anyRaise':true,'duration':'PT1H',"
                + "'softClose':{'window':'PT5M','extension':'PT5M'}}],"
                + "'admission':{'qualification':true,'relatedParties':'DISCLOSED'}},'listPrice':'44000000','terms':"
                + "{'days':20,'closing':'PT17H','extension':{'days':5,'mostCycles':2,'fewerThan':1}}}");
    }

    /** A deal, number 21, that 501 and 1002 have agreed and nobody has published. */
    void agreement() {
        says("{'op':'AnnounceDeal','lot':21,'title':{'zh':'协议','en':'Agreement'},'seller':501,'buyer':1002,"
                + "'category':'PRIVATE','rulebook':'PRIVATE_SALE','terms':{'mode':'Negotiated','price':'9000000',"
                + "'transfer':'TRANSFER','publicity':{'days':15,'summary':'It.','related':false,"
                + "'objections':'In writing.'}}}");
    }

    /** The page anew, in English, for whoever signs in with this number. */
    void show(Browser browser, long who, Role role, String place) {
        browser.open("about:blank");
        browser.open(venue.page() + "#token=" + venue.token(who, role) + "&" + place);
        browser.await("document.body?.dataset.connection === 'live'");
        browser.speak("en");
        browser.awaitText("account-who", String.valueOf(who));
    }

    /** The page for whoever has no token. */
    void showToSpectator(Browser browser, String place) {
        browser.open("about:blank");
        browser.open(venue.page() + "#" + place);
        browser.await("document.body?.dataset.connection === 'live'");
        browser.speak("en");
    }

    ServedVenue served() {
        return venue;
    }

    @Override
    public void close() {
        operator.close();
        venue.close();
    }
}
