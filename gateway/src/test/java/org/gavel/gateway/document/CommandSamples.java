package org.gavel.gateway.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One full message for every command somebody may send: the examples of the protocol document. */
final class CommandSamples {
    private static final String[] MESSAGES = {
        "{'op':'PlaceBid','id':1,'cid':'b-1','lot':7,'amount':'210000000','bidder':12}",
        "{'op':'OpenBook','cid':'b-2','book':3,'asset':'PATENT-POOL.A','title':{'zh':'专利包份额','en':'Patent pool units'},"
                + "'terms':{'tick':'10','lowest':'10','highest':'1000000','band':1000,'volatilityCall':'PT2M',"
                + "'outageCall':'PT5M','indicateEvery':'PT1S','verifiedOnly':false},'reference':'12000',"
                + "'day':{'callAt':0,'crossAt':1800000300000000,'closingCallAt':0,'closesAt':1800018000000000},"
                + "'reason':'admitted to trading'}",
        "{'op':'StartTradingDay','cid':'b-3','book':3,"
                + "'day':{'callAt':1800086400000000,'crossAt':1800086700000000,'closingCallAt':0,'closesAt':0},"
                + "'reason':'as announced'}",
        "{'op':'CallBook','cid':'b-4','book':3,'crossAt':1800000600000000,'reason':'as announced'}",
        "{'op':'CrossBook','cid':'b-5','book':3,'reason':'as announced'}",
        "{'op':'HaltBook','cid':'b-6','book':3,'reason':'news pending'}",
        "{'op':'ResumeBook','cid':'b-7','book':3,'crossAt':1800000900000000,'reason':'news published'}",
        "{'op':'CloseBook','cid':'b-8','book':3,'reason':'end of the day'}",
        "{'op':'PlaceOrder','id':2,'cid':'o-2','book':3,'participant':12,'side':'BUY','type':'LIMIT','price':'12000',"
                + "'quantity':100,'timeInForce':'GTC','expiresAt':0,'postOnly':false,'selfTrade':'CANCEL_NEWEST',"
                + "'cancelOnDisconnect':false}",
        "{'op':'AmendOrder','cid':'o-3','book':3,'participant':12,'order':4711,'price':'12010','quantity':80}",
        "{'op':'MoveOrder','cid':'o-4','book':3,'participant':12,'order':4711,'price':'12020'}",
        "{'op':'ReduceOrder','cid':'o-5','book':3,'participant':12,'order':4711,'quantity':20}",
        "{'op':'CancelOrder','cid':'o-6','book':3,'participant':12,'order':4711}",
        "{'op':'CancelOrders','cid':'o-7','book':3,'participant':12}",
        "{'op':'HoldDeposit','cid':'h-1','lot':7,'participant':12}",
        "{'op':'SubmitEnvelope','cid':'e-1','lot':7,'bidder':12,"
                + "'commitment':'dbd02f24b540ab41215e7d3e3dadee282cc64abe4d89db29c5a7be7df3ebcd91','ciphertext':''}",
        "{'op':'OpenEnvelope','cid':'e-2','lot':7,'bidder':12,'amount':'320000000',"
                + "'salt':'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'}",
        "{'op':'SubmitProposal','cid':'e-3','lot':7,'bidder':12,"
                + "'file':'dbd02f24b540ab41215e7d3e3dadee282cc64abe4d89db29c5a7be7df3ebcd91'}",
        "{'op':'RecordScores','cid':'k-8','lot':7,'bidder':12,'quality':8550,"
                + "'panel':[{'member':31,'quality':8700},{'member':32,'quality':8400}],"
                + "'sheet':'dbd02f24b540ab41215e7d3e3dadee282cc64abe4d89db29c5a7be7df3ebcd91'}",
        "{'op':'VoidEnvelope','cid':'e-3','lot':7,'bidder':12,'fault':'UNDECRYPTABLE',"
                + "'reason':'the key of the lot does not open it'}",
        "{'op':'WithdrawBid','cid':'w-1','lot':7}",
        "{'op':'MatchPrice','cid':'m-1','lot':7,'bidder':12}",
        "{'op':'GrantPriority','cid':'e-1','lot':7,'participant':12,'rank':0,'basis':'Civil Code art. 847'}",
        "{'op':'ApplyForLot','cid':'l-1','lot':7,'participant':12}",
        "{'op':'QualifyBidder','cid':'l-2','lot':7,'participant':12,'qualified':true,'reason':'papers complete'}",
        "{'op':'MarkParty','cid':'l-3','lot':7,'participant':12,'cause':'RELATED_PARTY',"
                + "'reason':'spouse of the completer'}",
        "{'op':'RecordLicence','cid':'l-4','lot':7,'participant':12,'reference':'letter of intent 2026-17'}",
        "{'op':'RecordIdentity','cid':'l-20','participant':12,'sealed':'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY='}",
        "{'op':'EraseIdentity','cid':'l-21','participant':12,'reason':'the person asked for it'}",
        "{'op':'DecideAdmission','cid':'l-5','participant':12,'state':'VERIFIED','reason':'identity checked'}",
        "{'op':'DescribeParticipant','cid':'l-6','participant':12,'legalPerson':'5f','residence':'MAINLAND',"
                + "'staff':false}",
        "{'op':'AskStatus','cid':'s-1','about':'b-1'}",
        "{'op':'OpenLot','cid':'o-1','lot':7,'reason':'as announced'}",
        "{'op':'PauseLot','cid':'p-1','lot':7,'reason':'question from the floor'}",
        "{'op':'ResumeLot','cid':'r-1','lot':7,'reason':'question answered'}",
        "{'op':'WithdrawLot','cid':'x-1','lot':7,'reason':'court order'}",
        "{'op':'CallLot','cid':'k-1','lot':7,'stage':1,'reason':'as the auctioneer decides'}",
        "{'op':'HammerLot','cid':'k-2','lot':7,'reason':'as the auctioneer decides'}",
        "{'op':'UndoBid','cid':'k-3','lot':7,'number':3,'reason':'as the auctioneer decides'}",
        "{'op':'OverrideIncrement','cid':'k-4','lot':7,'step':'5000000','reason':'as the auctioneer decides'}",
        "{'op':'ReopenLot','cid':'k-5','lot':7,'reason':'as the auctioneer decides'}",
        "{'op':'PostponeLot','cid':'k-6','lot':7,'until':1800000000000000,'reason':'as the auctioneer decides'}",
        "{'op':'TerminateLot','cid':'k-7','lot':7,'reason':'as the auctioneer decides'}",
        "{'op':'VoidLot','cid':'k-8','lot':7,'reason':'objection 12 was upheld'}",
        "{'op':'StartRoadshow','cid':'g-1','roadshow':1,'reason':'as announced'}",
        "{'op':'AnnounceLot','cid':'n-1','lot':7,'title':{'zh':'机床','en':'Lathe'},'seller':9,"
                + "'rulebook':'PRIVATE_SALE','deposit':'10000000',"
                + "'reserve':{'amount':'250000000','hidden':true,'salt':'000102030405060708090a0b0c0d0e0f'},"
                + "'phases':[{'mechanism':'English','start':'200000000',"
                + "'increments':[{'from':'0','step':'10000000'}],'anyRaise':true,'maxMultiple':0,'duration':'PT5M',"
                + "'softClose':{'window':'PT1M','extension':'PT1M','latestClose':'PT1H','maxExtensions':0},"
                + "'leaderMayRaise':false}],'opensAt':0,'outage':{'clerkResumes':false,'resumeAfter':'PT10S'}}",
        "{'op':'AnnounceListing','cid':'n-2','listing':3,'lot':{'lot':8,'title':{'zh':'专利权','en':'Patent'},'seller':9,"
                + "'rulebook':'PRIVATE_SALE','deposit':'10000000','phases':[{'mechanism':'English','start':'200000000',"
                + "'increments':[{'from':'0','step':'10000000'}],'anyRaise':true,'maxMultiple':0,'duration':'PT1H',"
                + "'softClose':{'window':'PT5M','extension':'PT5M'},'leaderMayRaise':false}],"
                + "'admission':{'realName':false,'qualification':true,'applyUntil':0,'relatedParties':'DISCLOSED',"
                + "'exportClass':'UNCLASSIFIED','paddlesFixed':false}},'listPrice':'200000000',"
                + "'terms':{'days':20,'closing':'PT17H','extension':{'days':5,'mostCycles':2,'until':'2026-12-31',"
                + "'fewerThan':1},'decideDays':5,'silenceQualifies':false,'depositDays':3,'agreeDays':5,"
                + "'opening':'PT10H'}}",
        "{'op':'RegisterIntention','cid':'n-3','listing':3,'participant':12,'offer':'210000000','related':false}",
        "{'op':'OfferPrice','cid':'n-4','listing':3,'participant':12,'amount':'220000000'}",
        "{'op':'ConcludeAgreement','cid':'n-5','listing':3,'reason':'both sides have signed the record'}",
        "{'op':'SuspendListing','cid':'n-6','listing':3,'cause':'TITLE_DISPUTE','reason':'a co-owner objects'}",
        "{'op':'ResumeListing','cid':'n-7','listing':3,'reason':'the objection was dismissed'}",
        "{'op':'WithdrawListing','cid':'n-8','listing':3,'reason':'the seller keeps the patent'}",
        "{'op':'TerminateListing','cid':'n-9','listing':3,'reason':'court order'}",
        "{'op':'AnnounceRoadshow','cid':'a-1','roadshow':1,'title':{'zh':'春季专场','en':'Spring'},"
                + "'lots':[7,8],'interval':'PT30S'}",
        "{'op':'RegisterParticipant','cid':'i-1','participant':12,'identityHash':'5f'}",
        "{'op':'CreditDeposit','cid':'c-1','participant':12,'amount':'10000000','reference':'bank 4711'}",
        "{'op':'WithdrawDeposit','cid':'d-1','participant':12,'amount':'10000000','reference':'bank 4712'}",
        "{'op':'AnswerInquiry','cid':'q-1','lot':7,'bidder':12,'accepts':true}",
        "{'op':'PlaceMaximum','cid':'m-1','lot':7,'maximum':'250000000','bidder':12}",
        "{'op':'BidUnits','cid':'n-2','lot':7,'bidder':12,'units':400,'price':'12000'}",
        "{'op':'CreditUnits','cid':'u-1','participant':12,'asset':'PATENT-POOL.A','quantity':100}",
        "{'op':'RecordToken','cid':'t-1','token':'2026-0001','subject':12,'granted':'BIDDER',"
                + "'expiresAt':1800000000000000,'reason':'admitted'}",
        "{'op':'InstallRulebook','cid':'l-1','rulebook':{'name':'HOUSE','version':1,'effectiveFrom':'2026-01-01',"
                + "'title':{'en':'House rules'},'notice':{'count':'CALENDAR','days':{'value':7,'source':"
                + "'Auction Law art. 45','mark':'L'}}},'reason':'in force from 2026'}",
        "{'op':'InstallCalendar','cid':'l-2','calendar':{'year':2027,'version':1,'holidays':['2027-01-01'],"
                + "'workdays':[],'source':'notice of the State Council','mark':'W'},'reason':'published today'}",
        "{'op':'AnnounceDeal','cid':'y-1','lot':9,'title':{'zh':'专利许可','en':'Patent licence'},'seller':3,'buyer':0,"
                + "'category':'UNIVERSITY','rulebook':'UNIVERSITY_OPEN_TRADE','terms':{'mode':'FixedPrice',"
                + "'price':'5000000','deposit':'1000000','exclusive':false,'licences':20,'until':0}}",
        "{'op':'BuyNow','cid':'y-2','lot':9,'participant':12,'price':'5000000'}",
        "{'op':'PledgeShares','cid':'y-3','lot':10,'participant':12,'shares':30}",
        "{'op':'WithdrawPledge','cid':'y-4','lot':10,'participant':12}",
        "{'op':'MakeOffer','cid':'y-5','lot':11,'participant':12,'price':'80000000',"
                + "'proposal':'dbd02f24b540ab41215e7d3e3dadee282cc64abe4d89db29c5a7be7df3ebcd91'}",
        "{'op':'WithdrawOffer','cid':'y-6','lot':11,'participant':12}",
        "{'op':'TellInterest','cid':'y-7','lot':11,'participant':12,'offer':1,'interested':true}",
        "{'op':'PublishDeal','cid':'y-8','lot':12,'place':'UNIT','reference':'notice 2026-31'}",
        "{'op':'RaiseObjection','cid':'y-9','lot':12,'participant':12,'grounds':'it was promised to us'}",
        "{'op':'DecideObjection','cid':'y-10','lot':12,'objection':1,'upheld':false,"
                + "'reason':'the unit found no promise'}",
        "{'op':'WithdrawObjection','cid':'y-15','lot':12,'objection':1}",
        "{'op':'ConvertUse','cid':'y-11','lot':13,'participant':12}",
        "{'op':'EndUse','cid':'y-12','lot':13,'participant':12}",
        "{'op':'MarkRelation','cid':'y-13','one':3,'other':12,'related':true,'reason':'spouse of the completer'}",
        "{'op':'EndDeal','cid':'y-14','lot':9,'reason':'the seller asks for it'}",
        "{'op':'AdoptBehaviour','cid':'v-1','version':1,'reason':'new release'}"
    };

    private CommandSamples() {}

    /** By the command's name. */
    /** Commands of another form, which has no use for a field that the form in {@link #all} needs. */
    static List<String> others() {
        return List.of(
                "{'op':'PlaceOrder','cid':'o-8','book':3,'side':'SELL','type':'MARKET','quantity':100,'timeInForce':'IOC'}"
                        .replace('\'', '"'));
    }

    static Map<String, String> all() {
        Map<String, String> samples = new TreeMap<>();
        for (String message : MESSAGES) {
            String json = message.replace('\'', '"');
            samples.put(message.split("'", 5)[3], json);
        }
        return samples;
    }
}
