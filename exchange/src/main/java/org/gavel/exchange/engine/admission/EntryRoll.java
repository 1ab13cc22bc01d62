package org.gavel.exchange.engine.admission;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.collections.Int2ObjectHashMap;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Account;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.RelatedParties;
import org.gavel.protocol.value.Residence;

/**
 * Who may take part in the sale of one lot. Exclusion comes before everything else, then the participant's admission
 * to the venue, then their qualification for the lot. A check costs the same with any number of participants and
 * allocates nothing.
 */
public final class EntryRoll {
    private static final Entry BLANK = new Entry();

    private final int seller;
    private final Admission rule;
    private final Accounts accounts;

    /** Lots announced without a rule of admission stay as they were before identities counted. */
    private final boolean asksIdentity;

    private final Int2ObjectHashMap<Entry> entries = new Int2ObjectHashMap<>();

    /** What was marked last of each legal person: whom a mark of behaviour 6 holds for. */
    private final Map<String, ExclusionCause> persons = new HashMap<>();

    /** Whether marks hold for who is the same legal person now, which they do since one was made so. */
    private boolean marksFollowPersons;

    public EntryRoll(AnnounceLot terms, Accounts accounts) {
        this(terms.seller(), terms.admission(), !Admission.OPEN.equals(terms.admission()), accounts);
    }

    private EntryRoll(int seller, Admission rule, boolean asksIdentity, Accounts accounts) {
        this.seller = seller;
        this.rule = rule;
        this.asksIdentity = asksIdentity;
        this.accounts = accounts;
    }

    /** The roll of a sale without bids, where identities always counted. */
    public static EntryRoll ofDeal(int seller, Admission rule, Accounts accounts) {
        return new EntryRoll(seller, rule, true, accounts);
    }

    public Admission rule() {
        return rule;
    }

    /** Whether the participant may bid, have a deposit held, send an envelope. */
    public RejectReason check(Request request, int participant) {
        RejectReason refusal = checkPerson(request, participant);
        return refusal == RejectReason.NONE ? qualification(entry(participant)) : refusal;
    }

    /** As {@link #check}, before it is decided whether they are qualified. */
    public RejectReason checkPerson(Request request, int participant) {
        RejectReason refusal = checkExcluded(request, participant);
        return refusal == RejectReason.NONE ? standing(accounts.get(participant)) : refusal;
    }

    /** Whether the participant is excluded; the request keeps the attempt, for the venue's staff to see. */
    public RejectReason checkExcluded(Request request, int participant) {
        ExclusionCause cause = exclusion(participant);
        if (cause == ExclusionCause.NONE) {
            return RejectReason.NONE;
        }
        boolean asEver = cause == ExclusionCause.CONSIGNOR && !asksIdentity;
        return asEver ? cause.reason() : request.exclude(participant, cause);
    }

    /** As {@link #check}, where nobody has asked. */
    public boolean admits(int participant) {
        return obstacle(participant) == RejectReason.NONE;
    }

    /** What keeps the participant out, where nobody has asked; {@code NONE} where nothing does. */
    public RejectReason obstacle(int participant) {
        ExclusionCause cause = exclusion(participant);
        if (cause != ExclusionCause.NONE) {
            return cause.reason();
        }
        RejectReason standing = standing(accounts.get(participant));
        return standing == RejectReason.NONE ? qualification(entry(participant)) : standing;
    }

    /** As {@link #admits}, before it is decided whether they are qualified. */
    public boolean admitsPerson(int participant) {
        return exclusion(participant) == ExclusionCause.NONE
                && standing(accounts.get(participant)) == RejectReason.NONE;
    }

    private ExclusionCause exclusion(int participant) {
        Account who = accounts.get(participant);
        if (participant == seller || isSellersPerson(who)) {
            return ExclusionCause.CONSIGNOR;
        }
        if (who.isStaff()) {
            return ExclusionCause.STAFF;
        }
        Entry entry = entry(participant);
        if (excludes(entry.mark())) {
            return entry.mark();
        }
        ExclusionCause others = markOfOthers(who);
        return excludes(others) ? others : export(who, entry);
    }

    private boolean isSellersPerson(Account who) {
        String person = who.person(asksIdentity);
        return !person.isEmpty() && person.equals(accounts.get(seller).person(asksIdentity));
    }

    /** What the same legal person is marked with under another number: of several, the next that keeps them out. */
    private ExclusionCause markOfOthers(Account who) {
        if (!marksFollowPersons) {
            return persons.isEmpty()
                    ? ExclusionCause.NONE
                    : persons.getOrDefault(who.person(true), ExclusionCause.NONE);
        }
        ExclusionCause found = ExclusionCause.NONE;
        for (Account other = who.next(); other != who && !excludes(found); other = other.next()) {
            ExclusionCause mark = entry(other.participant()).mark();
            found = mark == ExclusionCause.NONE ? found : mark;
        }
        return found;
    }

    /** Whether a mark of this cause keeps somebody out of this lot. */
    public boolean excludes(ExclusionCause mark) {
        boolean disclosed = mark == ExclusionCause.RELATED_PARTY && rule.relatedParties() == RelatedParties.DISCLOSED;
        return mark != ExclusionCause.NONE && !disclosed;
    }

    /** Where nobody has said that a participant is of the mainland, they count as abroad. */
    private ExclusionCause export(Account who, Entry entry) {
        boolean matters = rule.exportClass() == ExportClass.RESTRICTED || rule.exportClass() == ExportClass.FORBIDDEN;
        if (!matters || who.residence() == Residence.MAINLAND) {
            return ExclusionCause.NONE;
        }
        if (rule.exportClass() == ExportClass.FORBIDDEN) {
            return ExclusionCause.EXPORT_FORBIDDEN;
        }
        return entry.licence().isEmpty() ? ExclusionCause.EXPORT_RESTRICTED : ExclusionCause.NONE;
    }

    private RejectReason standing(Account who) {
        return rule.realName() && who.admission() == AdmissionState.REGISTERED
                ? RejectReason.NOT_VERIFIED
                : who.checkAdmitted();
    }

    private RejectReason qualification(Entry entry) {
        if (!rule.qualification() || entry.application() == Entry.Application.QUALIFIED) {
            return RejectReason.NONE;
        }
        return entry.application() == Entry.Application.REFUSED
                ? RejectReason.QUALIFICATION_REFUSED
                : RejectReason.NOT_QUALIFIED;
    }

    private Entry entry(int participant) {
        Entry entry = entries.get(participant);
        return entry == null ? BLANK : entry;
    }

    private Entry kept(int participant) {
        return entries.computeIfAbsent(participant, number -> new Entry());
    }

    public boolean hasApplied(int participant) {
        return entry(participant).application() != Entry.Application.NONE;
    }

    public void apply(int participant) {
        kept(participant).application(Entry.Application.RECEIVED);
    }

    /** Whether the application has been decided this way. */
    public boolean isDecided(int participant, boolean qualified) {
        return entry(participant).application() == decision(qualified);
    }

    /** Decides the application there is. */
    public void decide(int participant, boolean qualified) {
        kept(participant).application(decision(qualified));
    }

    private static Entry.Application decision(boolean qualified) {
        return qualified ? Entry.Application.QUALIFIED : Entry.Application.REFUSED;
    }

    public ExclusionCause mark(int participant) {
        return entry(participant).mark();
    }

    /** Whether the participant, or whoever is the same legal person, is marked. */
    public boolean isMarked(int participant) {
        return mark(participant) != ExclusionCause.NONE
                || markOfOthers(accounts.get(participant)) != ExclusionCause.NONE;
    }

    /** Whether the participant is on record as related to the seller, and not marked (浙江省促进科技成果转化条例 art. 17). */
    public boolean isUnmarkedRelation(int participant) {
        return accounts.relations().areRelated(seller, participant) && !isMarked(participant);
    }

    /** Marks the participant and whoever is the same legal person; {@code NONE} takes the mark away. */
    public void mark(Request request, int participant, ExclusionCause cause) {
        kept(participant).mark(cause);
        if (request.follows(Behaviour.MARKS_FOLLOW_PERSONS)) {
            marksFollowPersons = true;
            persons.clear();
        } else {
            markPerson(accounts.get(participant).person(true), cause);
        }
    }

    private void markPerson(String person, ExclusionCause cause) {
        if (!person.isEmpty() && cause == ExclusionCause.NONE) {
            persons.remove(person);
        } else if (!person.isEmpty()) {
            persons.put(person, cause);
        }
    }

    /** The reference of the participant's export licence, or empty. */
    public String licence(int participant) {
        return entry(participant).licence();
    }

    public void license(int participant, String reference) {
        kept(participant).licence(reference);
    }

    /** Nothing where nobody is on the roll: exactly what was written before there were rolls. */
    public void writeTo(StateWriter out) {
        if (entries.isEmpty()) {
            return;
        }
        int[] participants =
                entries.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        out.put("roll").put(participants.length);
        Arrays.stream(participants)
                .forEach(participant -> entries.get(participant).writeTo(out.put(participant)));
        out.put(persons.size());
        new TreeMap<>(persons).forEach((person, cause) -> out.put(person).put(cause.name()));
    }
}
