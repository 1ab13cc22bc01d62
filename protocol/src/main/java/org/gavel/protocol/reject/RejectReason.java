package org.gavel.protocol.reject;

import java.util.Locale;
import org.agrona.collections.Int2ObjectHashMap;
import org.gavel.protocol.value.Money;

/**
 * The one list of refusals. Codes are stable for ever: a retired code is never given to another reason.
 * Ranges: 1xxx the message, 2xxx who asks, 3xxx limits, 4xxx the market, 5xxx the venue, 6xxx streams.
 * A sentence holds {@code {amount}} or {@code {number}} where the reject's detail belongs.
 */
public enum RejectReason {
    /** No refusal; written where an answer says "accepted". */
    NONE(0, Retry.NO, "Accepted."),

    BAD_JSON(1001, Retry.NO, "Send one JSON object in one text frame."),
    UNKNOWN_OP(1002, Retry.NO, "Use an operation named in the protocol document."),
    MISSING_FIELD(1003, Retry.NO, "Add the missing field."),
    BAD_FIELD(1004, Retry.NO, "Correct the field's value."),
    TOO_LARGE(1005, Retry.NO, "Send a smaller message."),
    BAD_UTF8(1007, Retry.NO, "Send valid UTF-8."),
    UNKNOWN_FIELD(1009, Retry.NO, "Remove the field; commands hold only the fields the protocol document names."),
    DUPLICATE_KEY(1010, Retry.NO, "Name each key once."),
    AMOUNT_ZERO(1011, Retry.NO, "Send an amount above 0 fen."),
    AMOUNT_NEGATIVE(1012, Retry.NO, "Send an amount above 0 fen."),
    AMOUNT_OUT_OF_RANGE(1013, Retry.NO, "Send an amount of at most 99,999,999,999,999 fen."),
    AMOUNT_FRACTIONAL(1014, Retry.NO, "Send whole fen, digits only: 200000000 is 2,000,000.00 yuan."),
    CID_MISSING(1015, Retry.NO, "Give each command a cid of 1 to 16 visible ASCII characters."),
    REASON_MISSING(1016, Retry.NO, "Say in the field reason why this is done; it is published with the act."),

    AUTH_REQUIRED(2001, Retry.NO, "Authenticate with a token first."),
    BAD_TOKEN(2002, Retry.NO, "Ask the venue for a new token; this one was not issued by it."),
    FORBIDDEN(2006, Retry.NO, "Your role may not do this; ask the venue's operator."),
    TOKEN_EXPIRED(2007, Retry.NO, "Ask the venue for a new token; this one has expired."),
    NOT_YOUR_ACCOUNT(2010, Retry.NO, "Act for your own participant number only."),

    RATE_LIMITED(3001, Retry.LATER, "Wait a moment and send it again with the same cid."),
    TOO_MANY_SUBSCRIPTIONS(3002, Retry.NO, "Unsubscribe from a channel first."),
    TOO_MANY_CONNECTIONS(3003, Retry.LATER, "Close another connection first."),

    LOT_NOT_OPEN(4001, Retry.NO, "Wait until the lot opens."),
    LOT_CLOSED(4002, Retry.NO, "The lot has closed; the bid came at or after its closing time."),
    LOT_PAUSED(4003, Retry.NO, "Wait until the lot resumes."),
    BELOW_START(4004, Retry.NO, "Bid at least the start price of {amount}."),
    NOT_HIGHER(4005, Retry.NO, "Bid at least {amount}; the price has reached yours."),
    BELOW_INCREMENT(4006, Retry.NO, "Bid at least {amount}."),
    OFF_INCREMENT(4007, Retry.NO, "Bid the current price plus whole increments; the next is {amount}."),
    INCREMENT_MULTIPLE_TOO_BIG(4008, Retry.NO, "Bid at most {amount}."),
    ALREADY_LEADING(4009, Retry.NO, "You lead already; wait until you are outbid."),
    DEPOSIT_NOT_HELD(4010, Retry.NO, "Have the lot's deposit of {amount} held before bidding."),
    DEPOSIT_INSUFFICIENT(4011, Retry.NO, "Pay in {amount} more, then have the deposit held again."),
    CID_CONFLICT(4012, Retry.NO, "Use a new cid; this one answered another command (sequence {number})."),
    BID_IRREVOCABLE(4013, Retry.NO, "A bid stands until a higher one is made (Auction Law art. 36)."),
    CONSIGNOR_BID(4014, Retry.NO, "A consignor may not bid for or buy what is their own (Auction Law art. 30)."),
    LOT_UNKNOWN(4015, Retry.NO, "Name a lot that has been announced."),
    LOT_EXISTS(4016, Retry.NO, "Choose another lot number; this one is taken."),
    PARTICIPANT_UNKNOWN(4017, Retry.NO, "Register the participant first."),
    PARTICIPANT_EXISTS(4018, Retry.NO, "Choose another participant number; this one is taken."),
    LOT_SUSPENDED(4019, Retry.NO, "The lot is suspended after a fault; wait for the venue's notice."),
    LOT_WITHDRAWN(4020, Retry.NO, "The lot has been withdrawn."),
    DEPOSIT_HELD_ALREADY(4021, Retry.NO, "Your deposit for this lot is held already; you may bid."),
    PRICE_LIMIT(4022, Retry.NO, "Bid at most {amount}, the highest price the venue can take."),
    NOT_AWAITING(4030, Retry.NO, "Do this only while the lot is announced and not yet open."),
    NOT_PAUSED(4031, Retry.NO, "Only a paused lot can be resumed."),
    ROADSHOW_UNKNOWN(4032, Retry.NO, "Name a roadshow that has been announced."),
    ROADSHOW_EXISTS(4033, Retry.NO, "Choose another roadshow number; this one is taken."),
    ROADSHOW_STARTED(4034, Retry.NO, "The roadshow has started or ended already."),
    LOT_IN_ROADSHOW(4035, Retry.NO, "Lot {number} belongs to a roadshow; it opens when its turn comes."),
    RULEBOOK_UNKNOWN(4036, Retry.NO, "Name an installed rulebook; PRIVATE_SALE always is."),
    ALREADY_ENDED(4037, Retry.NO, "The lot has ended; closed stays closed."),
    FUNDS_INSUFFICIENT(4038, Retry.NO, "At most {amount} is free; the rest is held or absent."),
    BALANCE_LIMIT(
            4039,
            Retry.NO,
            "Credit less: an account takes up to 999,999,999,999.99 yuan and 10^15 units of an asset, all accounts"
                    + " together 23,058,430,092,136,939.51 yuan."),
    BAD_RESERVE(4040, Retry.NO, "Set a reserve of at least {amount}, or none."),
    UNKNOWN_CID(4041, Retry.NO, "Nothing was applied under this cid; send the command, if you still want it."),
    SCHEDULED_IN_PAST(4042, Retry.NO, "Set an opening time that lies ahead."),
    BEHAVIOUR_UNKNOWN(4043, Retry.NO, "Adopt a behaviour version this release has; the newest is {number}."),
    OUT_OF_PLACE(4044, Retry.NO, "This record comes from the venue itself, at a place of its own."),
    WRONG_PHASE(4045, Retry.NO, "The running phase of this lot does not take this; see the lot's rules."),
    MAXIMUM_NOT_HIGHER(4050, Retry.NO, "Leave a maximum above the one you lead with."),
    NO_LISTING_QUOTE(4060, Retry.NO, "Only who has bid in an earlier phase of this lot may go on."),
    INQUIRY_MISSED(4061, Retry.NO, "You did not confirm in the inquiry that you go on; you are out of this lot."),
    ROUND_PAUSED(4062, Retry.NO, "Wait for the next round; its price is {amount}."),
    NOT_LEVEL(4063, Retry.NO, "Accept exactly the level of {amount}."),
    LEVEL_MISSED(4064, Retry.NO, "You did not accept an earlier level; you are out of this lot."),
    LEVEL_ACCEPTED(4065, Retry.NO, "You have accepted this level; wait for the next."),
    STAGE_PASSED(4070, Retry.NO, "The previous step has already ended; the price is {amount} now."),
    OFF_LEVEL(4071, Retry.NO, "Bid exactly the price shown, {amount}."),
    NOT_YOUR_PHASE(4072, Retry.NO, "Only paddle {number}, who stopped the clock, may bid in this phase."),
    NOT_YOUR_TURN(4073, Retry.NO, "Wait for your turn; paddle {number} has this one or the next."),
    TOO_HIGH(4074, Retry.NO, "Bid at most {amount}."),
    BIDDERS_FULL(4075, Retry.NO, "The phase takes no more than {number} bidders."),
    RESERVE_TOO_HIGH(4076, Retry.NO, "Set a reserve of at most the ceiling of {amount}, or none."),
    BAD_PHASES(
            4077,
            Retry.NO,
            "Phase {number} cannot stand there: Dutch and Quotes are first, BestBid last after Dutch and Sealed,"
                    + " Inquiry between open bids or Quotes and Timed; prices all rise or all fall."),
    ENVELOPE_MISMATCH(4080, Retry.NO, "Open your last envelope with the amount and salt it was made of."),
    ENVELOPE_MISSING(4081, Retry.NO, "There is no envelope of this bidder to open."),
    ENVELOPE_OPENED(4082, Retry.NO, "This envelope is open already."),
    CLOCK_WINNER_WAITS(4083, Retry.NO, "You stopped the clock; this phase is for the other bidders."),
    ENVELOPES_USED_UP(4084, Retry.NO, "Your last envelope stands; at most {number} may be sent in a round."),
    DEPOSIT_FORFEITED(4085, Retry.NO, "Your deposit for this lot is forfeited; you can no longer bid on it."),
    ENVELOPE_NOT_ENCRYPTED(
            4086, Retry.NO, "Encrypt the envelope to the lot's key; its ciphertext has {number} characters."),
    NO_ENVELOPE_KEY(
            4087, Retry.NO, "Only envelopes encrypted to a lot's key are voided; here their bidders open them."),
    ENVELOPE_VOIDED(4088, Retry.NO, "This envelope is void already; only its bidder can still open it."),
    PRIORITY_FIRST(4090, Retry.NO, "Wait for a bid; a priority matches a price and cannot be the first bid."),
    NO_PRIORITY(4091, Retry.NO, "Bid as others do; only holders of a right of first refusal match a price."),
    PRIORITY_USED(4092, Retry.NO, "Bid at least {amount}; your priority could be used once and has been."),
    OUTRANKED(4093, Retry.NO, "Bid at least {amount}; a holder of the same or a better rank leads at this price."),
    PRIORITY_NOT_OFFERED(4094, Retry.NO, "Announce the lot with a priority rule; nobody has a priority on this one."),
    PRIORITY_HELD(4095, Retry.NO, "The participant has a priority on this lot already."),
    HOLDERS_FULL(4096, Retry.NO, "A lot takes no more than {number} holders of a priority."),
    NOT_ASKED(4097, Retry.NO, "Answer when you are asked; another paddle is, or you have answered."),
    RAISE_NEEDED(4098, Retry.NO, "Bid at least {amount} to go on, or answer no."),
    PRIORITY_UNFIT(
            4099, Retry.NO, "Let prices rise; matching within bidding needs an English, Timed or LiveCalls phase."),
    CALL_OUT_OF_ORDER(4100, Retry.NO, "Make call {number} next; the hammer falls after the third."),
    CALL_RESET(4101, Retry.NO, "A bid came or was undone after the call; call the price three times anew."),
    CALL_TOO_SOON(4102, Retry.NO, "Wait another {number} microseconds; bids may be on their way."),
    APPROVER_NEEDED(4103, Retry.NO, "Have a second person of the venue approve this."),
    SAME_APPROVER(4104, Retry.NO, "Have somebody else approve this; nobody approves their own act."),
    BID_UNKNOWN(4105, Retry.NO, "Name an accepted bid of the running phase that still stands."),
    REOPEN_TOO_LATE(4106, Retry.NO, "Reopen a lot only while its hammer is provisional and time is left."),
    PRIORITY_OF_MANY(4110, Retry.NO, "Leave the priority rule out; it needs a lot that goes to one winner as a whole."),
    DIVIDED_ALONE(4111, Retry.NO, "Let a phase that divides its lot be the only one."),
    TOO_MANY_UNITS(4112, Retry.NO, "Bid for at most {number} units."),
    TOO_FEW_UNITS(4113, Retry.NO, "Bid for at least {number} units."),
    OFF_ROUND(4114, Retry.NO, "Name a price from {amount} on and below the one shown, or none."),
    RULEBOOK_EXISTS(
            4120, Retry.NO, "Install changed rules as a newer version; this one is installed and never changes."),
    RULEBOOK_NOT_IN_FORCE(4121, Retry.NO, "Name a rulebook in force; this one is from day {number} on."),
    RULEBOOKS_FULL(4122, Retry.NO, "The venue keeps no more than {number} rulebooks."),
    CALENDAR_EXISTS(4123, Retry.NO, "Give a correction a higher version; {number} is installed for the year."),
    CALENDAR_MISSING(
            4124,
            Retry.NO,
            "Install the holiday calendar of {number}; days cannot be counted without it (Civil Code art. 203)."),
    CATEGORY_NOT_ADMITTED(
            4125, Retry.NO, "Name a rulebook that admits the seller's category (企业国有资产法 art. 54; 促进科技成果转化法 art. 18)."),
    MECHANISM_NOT_ADMITTED(
            4126,
            Retry.NO,
            "Use the mechanisms the rulebook admits; phase {number} has another (拍卖法 art. 3; 网拍规定 art. 20)."),
    NOTICE_TOO_SHORT(
            4127,
            Retry.NO,
            "Open on day {number} or later, when the notice is over (拍卖法 art. 45; 网拍规定 arts 12, 26; SOE: 20 working days)."),
    APPRAISAL_MISSING(4128, Retry.NO, "State the appraisal in basis (网拍规定 art. 10; 企业国有资产法 art. 55)."),
    START_BELOW_APPRAISAL(
            4129, Retry.NO, "Start at {amount} or more, as the appraisal asks (网拍规定 art. 10; 企业国有资产法 art. 55)."),
    RESERVE_NOT_START(4130, Retry.NO, "Set the open reserve to the start price, {amount} (网拍规定 art. 10)."),
    DEPOSIT_TOO_LOW(4131, Retry.NO, "Set a deposit of at least {amount} (网拍规定 art. 17)."),
    DEPOSIT_TOO_HIGH(4132, Retry.NO, "Set a deposit of at most {amount} (网拍规定 art. 17)."),
    BIDDING_TOO_SHORT(4133, Retry.NO, "Let every phase take bids for at least {number} hours (网拍规定 art. 20)."),
    SOFT_CLOSE_UNFIT(
            4134,
            Retry.NO,
            "Let a bid in the last {number} seconds give as many after it, without a cap (网拍规定 art. 20)."),
    RELIST_UNFIT(
            4135,
            Retry.NO,
            "Name in basis.relistOf, once, a lot of the same seller and rulebook that passed or was terminated."),
    RELIST_TOO_LATE(4136, Retry.NO, "Let it open by day {number}, or announce it as a first listing (网拍规定 art. 26)."),
    RELIST_CUT_TOO_DEEP(4137, Retry.NO, "Start at {amount} or more after the previous start (网拍规定 art. 26)."),
    APPROVAL_MISSING(
            4138, Retry.NO, "Name the approval in basis.approvalRef; free is only {amount} or more (32号令 art. 18)."),
    DEFAULTER_BARRED(
            4139, Retry.NO, "Who forfeited a deposit on an earlier listing of this may not bid on it (网拍规定 art. 24)."),
    SCORED_ALONE(
            4150, Retry.NO, "Make a phase decided by scores the lot's only one, and give the lot no priority rule."),
    SCORES_FIRST(4151, Retry.NO, "Wait until the panel's scores are on record; prices come after them."),
    SCORES_FIXED(4152, Retry.NO, "The scoring is over; scores are fixed before the first price is open."),
    SCORING_NOT_OPEN(4153, Retry.NO, "Record scores when their stage has begun; envelopes are still taken."),
    NOT_ADMITTED(
            4154, Retry.NO, "You were not scored, or below the minimum quality; you are out and nothing is forfeited."),
    NOTHING_TO_SCORE(
            4155, Retry.NO, "Name a bidder whose envelopes are with the venue, or who was admitted before a contest."),
    PROPOSAL_FIRST(4156, Retry.NO, "Hand in the technical proposal first; the price envelope comes after it."),
    STAFF_BID(4160, Retry.NO, "The venue's own people may not bid, buy or trade here (Auction Law art. 22)."),
    AGENT_BID(4161, Retry.NO, "Whoever acts for the consignor may not bid or buy (Auction Law art. 30)."),
    RELATED_PARTY_BID(4162, Retry.NO, "A related party may not take part in this sale; see its admission rule."),
    DEFAULTER_BID(4163, Retry.NO, "Whoever defaulted on this sale before may not take part again (网络司法拍卖规定 art. 24)."),
    EXPORT_LICENCE_MISSING(
            4164,
            Retry.NO,
            "Have the export licence or letter of intent for this restricted technology recorded first (技术进出口管理条例)."),
    EXPORT_FORBIDDEN(
            4165,
            Retry.NO,
            "The export of this technology is forbidden; only participants of the mainland may take part."),
    NOT_VERIFIED(
            4166,
            Retry.NO,
            "Have the venue verify your identity first; only verified participants may take part here."),
    PARTICIPANT_SUSPENDED(4167, Retry.NO, "You, or the party you named, are suspended; ask the venue to verify again."),
    PARTICIPANT_BARRED(4168, Retry.NO, "You, or the party you named, are barred; ask the venue's operator."),
    NOT_QUALIFIED(4169, Retry.NO, "Apply for this sale and wait until the venue has qualified you."),
    QUALIFICATION_REFUSED(
            4170, Retry.NO, "Your application for this sale was refused or its term ran out; ask the venue."),
    ADMISSION_NOT_ASKED(4171, Retry.NO, "Leave it; the admission rule of this sale does not ask for this."),
    APPLIED_ALREADY(4172, Retry.NO, "You have applied for this sale; wait for the venue's decision."),
    APPLICATIONS_CLOSED(4173, Retry.NO, "Applications for this sale are closed."),
    NOT_APPLIED(4174, Retry.NO, "Have the participant apply for this sale first."),
    DECIDED_ALREADY(4175, Retry.NO, "This stands on record already; nothing needs to be done."),
    PADDLES_FIXED(4176, Retry.NO, "The lot's paddles were fixed when it opened; nobody joins it now."),
    ADMISSION_STEP(4177, Retry.NO, "Decide a state that follows from the participant's present one."),
    APPLY_TIME_PAST(4178, Retry.NO, "Set an end of applications that lies ahead."),
    PADDLES_FULL(4179, Retry.NO, "A lot with fixed paddles takes no more than {number} of them."),
    APPROVAL_UNKNOWN(4180, Retry.NO, "Ask for approval anew; nothing is held under this number, or no longer."),
    APPROVAL_EXPIRED(4181, Retry.NO, "Ask for approval anew; the act was held until its time and nobody approved it."),
    APPROVAL_MISMATCH(4182, Retry.NO, "Look at what is held and approve it by its own hash; this is another's."),
    APPROVALS_FULL(4183, Retry.NO, "Have one of the acts that wait for approval decided first."),
    APPROVAL_NOT_NEEDED(4184, Retry.NO, "Send the command itself; it needs no second person."),
    GROUP_UNFIT(
            4185,
            Retry.NO,
            "Give the lots of group {number} one English or Proxy phase, the same duration, soft close, opening and outage rule."),
    GROUP_OPENED(4186, Retry.NO, "Choose another group; the lots of group {number} have opened or ended."),
    GROUP_FULL(4187, Retry.NO, "Choose another group; one takes no more than {number} lots."),
    GROUP_TOGETHER(4188, Retry.NO, "Leave the opening as announced; the lots of group {number} open together."),
    NOTHING_TO_VOID(
            4189,
            Retry.NO,
            "Withdraw a lot that has not opened, end a deal that has not sold; only a running or awarded sale can be void."),
    OBJECTIONS_OVER(4190, Retry.NO, "The award stands; it could be annulled only within the lot's objection period."),
    NOT_WATCHED(4191, Retry.NO, "Report only lots whose rule pauses them for missing bidders, while they run."),
    WITHDRAWAL_TOO_LATE(
            4192,
            Retry.NO,
            "Terminate the lot with a second person; its bidding has begun, or a listing has found its parties."),
    OPENING_ANNOUNCED(
            4193,
            Retry.NO,
            "Let the lot open when its listing announced it, or postpone it; its parties come at that time."),
    CID_FORGOTTEN(
            4194,
            Retry.NO,
            "Look for it among your orders and bids before you send it again; of records before {number} no answer is kept."),
    RELIST_UNKNOWN(4195, Retry.NO, "Name in basis.relistOf a lot that has been announced; {number} is none."),
    BEHAVIOUR_PASSED(
            4196, Retry.NO, "Adopt a newer behaviour version; the venue has {number}, and none is taken back."),
    ORDER_UNKNOWN(
            4200, Retry.NO, "Name an order of yours that rests in this book; it may have been filled or have ended."),
    ORDER_EXISTS(4201, Retry.NO, "Use another order number; an order with this one rests already."),
    QUANTITY_NOT_POSITIVE(4202, Retry.NO, "Give a quantity of at least one unit."),
    QUANTITY_TOO_BIG(4203, Retry.NO, "Give a quantity of at most {number} units."),
    OFF_TICK(4204, Retry.NO, "Give a price that is a multiple of {amount}."),
    PRICE_TOO_LOW(4205, Retry.NO, "Give a price of at least {amount}."),
    PRICE_TOO_HIGH(4206, Retry.NO, "Give a price of at most {amount}."),
    ORDER_TOO_BIG(4207, Retry.NO, "Order less: price times quantity may be at most {amount}."),
    MONEY_INSUFFICIENT(4208, Retry.NO, "Order less or pay in: {amount} is free."),
    UNITS_INSUFFICIENT(4209, Retry.NO, "Order less or bring in units: {number} are free."),
    BOOK_HALTED(
            4210, Retry.NO, "Wait until trading resumes; while it is halted orders can only be reduced and cancelled."),
    NOT_IN_CALL(4211, Retry.NO, "Send orders that may rest; IOC, FOK and post-only are for continuous trading."),
    POST_ONLY_TRADES(4212, Retry.NO, "Give a price that does not meet the other side, or drop post-only."),
    NO_PRICE(
            4213,
            Retry.NO,
            "Wait for a limit order or give one; market orders alone cannot trade where there is no price yet."),
    EXPIRY_PASSED(4214, Retry.NO, "Give an expiry that lies ahead, or none."),
    BOOKS_FULL(4215, Retry.NO, "Cancel orders first; the venue's books hold {number}."),
    WRONG_BOOK_PHASE(
            4216,
            Retry.NO,
            "Call a book that trades or is halted, cross a call, halt a book that takes orders, resume a halted one, close an open one."),
    TERMS_CLASH(
            4218,
            Retry.NO,
            "Give a market order no price, post-only to limit orders that may rest, and an expiry to GTD orders."),
    BAD_BOOK_TERMS(
            4219,
            Retry.NO,
            "Give a tick of at least one fen, limits of whole ticks with the lower first, and a band below 100 %."),
    BOOK_UNKNOWN(4220, Retry.NO, "Name a book that has been opened."),
    BOOK_EXISTS(4221, Retry.NO, "Choose another book number; this one is taken."),
    BOOK_CLOSED(
            4222,
            Retry.NO,
            "Wait until the book's next trading day; while it is closed orders can only be reduced and cancelled."),
    BOOK_CROSSED(
            4223,
            Retry.NO,
            "Give a crossAt, so that a call comes first; orders in this book cross and need one price."),
    BAD_TRADING_DAY(
            4224, Retry.NO, "Give the day's times in order and all ahead: callAt, crossAt, closingCallAt, closesAt."),
    CROSS_TIME_PAST(4225, Retry.NO, "Give a time of the cross that lies ahead and not after the day's close."),
    DAY_RUNS(4226, Retry.NO, "Close the book first; its trading day runs, or is set to begin."),
    BOOKS_MANY(4227, Retry.NO, "Trade in the books there are; the venue keeps no more than {number}."),
    OPEN_ORDERS_MANY(
            4228,
            Retry.NO,
            "Cancel an order first; in this book nobody places one who has {number} orders open in the venue's books."),
    LOT_LISTED(4240, Retry.NO, "Act on listing {number}; its lot is in its hands until the disclosure has ended."),
    LISTING_UNKNOWN(4241, Retry.NO, "Name a listing that has been announced."),
    LISTING_EXISTS(4242, Retry.NO, "Choose another listing number; this one is taken."),
    LISTING_OVER(4243, Retry.NO, "The listing is over; what it closed with stands."),
    LISTING_SUSPENDED(4244, Retry.NO, "The listing stands still; wait until the venue resumes it (ResumeListing)."),
    LISTING_NOT_SUSPENDED(4245, Retry.NO, "Only a suspended listing can go on."),
    LIST_PRICE_UNFIT(4246, Retry.NO, "Set the list price to {amount}, the least the announced phases sell for."),
    LISTING_PHASES_UNFIT(
            4247, Retry.NO, "Let prices rise and one bidder win the lot as a whole; phase {number} does otherwise."),
    QUOTES_UNLISTED(
            4248, Retry.NO, "Announce a lot with a Quotes phase in a listing: its quotes are given in the disclosure."),
    DISCLOSURE_TOO_SHORT(
            4249,
            Retry.NO,
            "Disclose until day {number} or later (企业国有产权交易操作规则 arts 17, 18; 拍卖法 art. 45; 网拍规定 art. 12)."),
    CYCLE_TOO_SHORT(4250, Retry.NO, "Let an extension last at least {number} working days (企业国有产权交易操作规则 art. 20)."),
    DISCLOSURE_OVER(4251, Retry.NO, "The disclosure has ended; nobody registers or quotes any more."),
    INTENTION_EXISTS(4252, Retry.NO, "You have registered already, as number {number}."),
    INTENTION_UNKNOWN(4253, Retry.NO, "Register an intention with the listing first."),
    INTENTIONS_FULL(4254, Retry.NO, "A listing takes no more than {number} intentions."),
    PLACE_LOST(
            4255, Retry.NO, "The place in this listing is lost: its term passed without the decision or the deposit."),
    DECLARED_PARTY_UNMARKED(
            4256,
            Retry.NO,
            "The venue marks the party as RELATED_PARTY first; a relation was declared or is on record (浙江省促进科技成果转化条例 art. 17)."),
    OFFER_NOT_HIGHER(4257, Retry.NO, "Offer more than {amount}; an offer stands until you make a higher one."),
    QUOTE_BELOW_LIST(4258, Retry.NO, "Quote the list price of {amount} or more."),
    QUOTE_OFF_STEP(4259, Retry.NO, "Quote the list price plus whole steps; the next is {amount}."),
    QUOTE_LATER(4260, Retry.NO, "Register without an offer; quote in public once your deposit is held."),
    NO_AGREEMENT_DUE(
            4261,
            Retry.NO,
            "Conclude an agreement only when one is due: after the disclosure, with exactly one party."),
    INTENTIONS_REGISTERED(
            4262, Retry.NO, "Terminate the listing with a second person; {number} intentions are registered."),
    PARTIES_BY_LAW(
            4263,
            Retry.NO,
            "Leave basis.minBidders out; in a listing one party agrees and two compete (企业国有资产法 art. 54)."),
    DEAL_UNKNOWN(4280, Retry.NO, "Name a deal that has been announced."),
    WRONG_MODE(4281, Retry.NO, "This deal does not take this in its mode, or not now; see what it was announced as."),
    DEAL_ENDED(4282, Retry.NO, "The deal is over; what has ended stays ended."),
    DEAL_CATEGORY(
            4283,
            Retry.NO,
            "Sell by listing or auction; this seller's property may not be sold this way (企业国有资产法 art. 54; 网拍规定)."),
    DEAL_TIMES(4284, Retry.NO, "Set times that lie ahead."),
    BUYER_IS_SELLER(4285, Retry.NO, "Name two parties; seller and buyer are one legal person."),
    OFF_PRICE(4286, Retry.NO, "Order at the announced price, {amount}."),
    BOUGHT_ALREADY(4287, Retry.NO, "You have bought this licence already, as lot {number}; one is enough."),
    SOLD_OUT(4288, Retry.NO, "All {number} have been sold; an earlier order had the last."),
    SHARES_TAKEN(4289, Retry.NO, "Pledge at most {number} shares."),
    PLEDGED_ALREADY(4290, Retry.NO, "You have pledged; withdraw it before you pledge another number of shares."),
    PLEDGE_BINDING(4291, Retry.NO, "Your pledge binds; it could be withdrawn until the announced time."),
    NO_PLEDGE(4292, Retry.NO, "You have no pledge in this purchase."),
    PLEDGES_FULL(4293, Retry.NO, "A joint purchase takes no more than {number} pledges."),
    OFFER_UNKNOWN(4294, Retry.NO, "Name an offer of yours, or for your need, that stands."),
    OFFERED_ALREADY(4295, Retry.NO, "Withdraw your offer {number} before you make another for this need."),
    OFFERS_FULL(4296, Retry.NO, "A need takes no more than {number} offers."),
    OFFER_MATCHED(4297, Retry.NO, "Both sides have said yes; have the venue announce what you agree on."),
    NOT_MATCHED(4298, Retry.NO, "Name an offer that need's owner and this seller have both said yes to."),
    NOT_A_PARTY(4299, Retry.NO, "Only the deal's licensee may do this."),
    RELATED_PARTY_UNMARKED(
            4300,
            Retry.NO,
            "Announce the deal anew with publicity.related; the buyer is a related party (浙江省促进科技成果转化条例 art. 17)."),
    PUBLICITY_NEEDED(
            4301,
            Retry.NO,
            "Announce publicity of {number} days or more; this seller's price must be public (浙江省促进科技成果转化条例 art. 17)."),
    PUBLISHED_ALREADY(4302, Retry.NO, "The deal is public there already."),
    OBJECTION_UNKNOWN(4303, Retry.NO, "Name an objection that was raised to this deal."),
    OBJECTION_DECIDED(4304, Retry.NO, "This objection is decided already."),
    NOT_PUBLISHED(4305, Retry.NO, "Object once the deal is public, and before it is awarded or in use."),
    OBJECTIONS_FULL(4306, Retry.NO, "A deal takes no more than {number} objections."),
    MONEY_MISSING(4307, Retry.NO, "Pay in {amount} more first; it is held with this act."),
    RELATIONS_FULL(4308, Retry.NO, "The venue keeps no more than {number} relations on record."),
    SALES_FULL(4309, Retry.NO, "The venue has no number left for another sale."),
    BUYER_NOT_ADMITTED(
            4310,
            Retry.NO,
            "Settle first what keeps the buyer out (code {number}), or end the deal with a second person."),
    OBJECTIONS_OPEN(4311, Retry.NO, "Have the {number} open objections decided first."),
    OBJECTIONS_CLOSED(4312, Retry.NO, "Objections were taken until the publicity ended; tell the venue what you know."),
    OBJECTOR_IS_PARTY(4313, Retry.NO, "Ask the venue to end the deal; its own parties do not object to it."),
    OBJECTED_ALREADY(4314, Retry.NO, "You have objected, as number {number}; give the venue what you would add to it."),
    IDENTITY_ERASED(4320, Retry.NO, "The identity was erased for good; register the person under another number."),
    NO_IDENTITY(4321, Retry.NO, "There is no identity of this participant on record."),
    PERSON_HAS_PADDLE(
            4322, Retry.NO, "Act under your other number; your legal person has paddle {number} of this lot already."),

    INTERNAL(5001, Retry.NO, "The venue has suspended what failed and is looking into it."),
    BUSY(5002, Retry.LATER, "Not applied: send it again with the same cid in a moment."),
    UNKNOWN_OUTCOME(5003, Retry.ASK, "Ask with AskStatus before you send anything again."),
    DRAINING(5004, Retry.LATER, "Not applied: the node is stopping; reconnect and send it again with the same cid."),
    STOPPED(5005, Retry.ASK, "The node has stopped; reconnect, then ask with AskStatus."),
    DISK_FULL(
            5006,
            Retry.LATER,
            "Not applied: the node's disk is nearly full; tell the venue, then send it again with the same cid."),
    PROOF_NOT_READY(
            5010, Retry.LATER, "The public log does not reach record {number} yet; ask again in a few seconds."),
    NO_LOG(5011, Retry.NO, "This venue keeps no public log; ask its operator."),
    RECORD_UNKNOWN(5012, Retry.NO, "Name the seq of a reply you had; the journal has no record {number}."),
    CHECKPOINT_UNKNOWN(5013, Retry.NO, "Name the size of a checkpoint you have, from 1 to {number}, or none."),

    UNKNOWN_CHANNEL(
            6001,
            Retry.NO,
            "Subscribe to lots, lot.N, books, book.N, book.N.depth, book.N.orders, me, or as staff desk.N.");

    /** Whether sending the same again can help. */
    public enum Retry {
        /** The same message gets the same answer. */
        NO,
        /** Not applied; the same message may pass a little later. */
        LATER,
        /** It may have been applied; ask before sending again. */
        ASK
    }

    private static final Int2ObjectHashMap<RejectReason> BY_CODE = new Int2ObjectHashMap<>();

    static {
        for (RejectReason reason : values()) {
            if (BY_CODE.put(reason.code, reason) != null) {
                throw new IllegalStateException("code used twice: " + reason.code);
            }
        }
    }

    private final int code;
    private final Retry retry;
    private final String sentence;

    RejectReason(int code, Retry retry, String sentence) {
        this.code = code;
        this.retry = retry;
        this.sentence = sentence;
    }

    /** The stable number, as written in the journal and on the wire. */
    public int code() {
        return code;
    }

    public Retry retry() {
        return retry;
    }

    /** What to do, with {@code {amount}} or {@code {number}} standing where the detail belongs. */
    public String template() {
        return sentence;
    }

    /** What to do, with the reject's detail (fen, a number, or 0) in its place. */
    public String sentence(long detail) {
        if (sentence.indexOf('{') < 0) {
            return sentence;
        }
        long fen = Math.max(0, Math.min(detail, Money.MAX_FEN));
        return sentence.replace("{amount}", new Money(fen).yuan() + " yuan")
                .replace("{number}", String.format(Locale.ROOT, "%d", detail));
    }

    /** The reason with this code; unknown codes are a violation of the bytes that held them. */
    public static RejectReason ofCode(int code) {
        RejectReason reason = BY_CODE.get(code);
        if (reason == null) {
            throw new InvalidValue(BAD_FIELD, "reason", "is not a known code: " + code);
        }
        return reason;
    }
}
