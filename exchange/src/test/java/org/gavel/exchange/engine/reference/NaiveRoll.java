package org.gavel.exchange.engine.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RecordLicence;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.RelatedParties;
import org.gavel.protocol.value.Residence;

/** Who may take part in one lot, naively: every question reads all that was ever put on record, from the newest on. */
final class NaiveRoll {
    private static final DescribeParticipant NOBODY_SAID = new DescribeParticipant(1, "", Residence.UNKNOWN, false);

    private final Admission rule;
    private final int seller;
    private final Map<Integer, String> identities;
    private final List<Command> record = new ArrayList<>();

    NaiveRoll(Admission rule, int seller, Map<Integer, String> identities) {
        this.rule = rule;
        this.seller = seller;
        this.identities = identities;
    }

    void take(Command fact) {
        record.add(fact);
    }

    private DescribeParticipant described(int who) {
        for (int i = record.size() - 1; i >= 0; i--) {
            if (record.get(i) instanceof DescribeParticipant fact && fact.participant() == who) {
                return fact;
            }
        }
        return NOBODY_SAID;
    }

    AdmissionState state(int who) {
        for (int i = record.size() - 1; i >= 0; i--) {
            if (record.get(i) instanceof DecideAdmission fact && fact.participant() == who) {
                return fact.state();
            }
        }
        return AdmissionState.REGISTERED;
    }

    private String person(int who, boolean byIdentity) {
        String legal = described(who).legalPerson();
        return legal.isEmpty() && byIdentity ? identities.get(who) : legal;
    }

    /** Whether one of these is, under another number, the same legal person. */
    boolean isAmong(Set<Integer> others, int who) {
        String person = person(who, true);
        return !person.isEmpty() && others.stream().anyMatch(each -> person.equals(person(each, true)));
    }

    private ExclusionCause ownMark(int who) {
        for (int i = record.size() - 1; i >= 0; i--) {
            if (record.get(i) instanceof MarkParty fact && fact.participant() == who) {
                return fact.cause();
            }
        }
        return ExclusionCause.NONE;
    }

    /** Of the other numbers of their person, in order of registration from theirs on, the first mark that counts. */
    private ExclusionCause markOfOthers(int who) {
        List<Integer> numbers = new ArrayList<>(new TreeSet<>(identities.keySet()));
        Collections.rotate(numbers, -numbers.indexOf(who));
        return numbers.stream()
                .filter(other -> other != who && isAmong(Set.of(other), who))
                .map(this::ownMark)
                .filter(this::counts)
                .findFirst()
                .orElse(ExclusionCause.NONE);
    }

    private boolean counts(ExclusionCause mark) {
        return mark != ExclusionCause.NONE
                && (mark != ExclusionCause.RELATED_PARTY || rule.relatedParties() == RelatedParties.EXCLUDED);
    }

    boolean isOld() {
        return Admission.OPEN.equals(rule);
    }

    ExclusionCause exclusion(int who) {
        String person = person(who, !isOld());
        if (who == seller || (!person.isEmpty() && person.equals(person(seller, !isOld())))) {
            return ExclusionCause.CONSIGNOR;
        }
        if (described(who).staff()) {
            return ExclusionCause.STAFF;
        }
        if (counts(ownMark(who))) {
            return ownMark(who);
        }
        if (markOfOthers(who) != ExclusionCause.NONE) {
            return markOfOthers(who);
        }
        if (described(who).residence() == Residence.MAINLAND) {
            return ExclusionCause.NONE;
        }
        boolean licensed = record.stream().anyMatch(fact -> fact instanceof RecordLicence l && l.participant() == who);
        return rule.exportClass() == ExportClass.FORBIDDEN
                ? ExclusionCause.EXPORT_FORBIDDEN
                : rule.exportClass() == ExportClass.RESTRICTED && !licensed
                        ? ExclusionCause.EXPORT_RESTRICTED
                        : ExclusionCause.NONE;
    }

    boolean hasApplied(int who) {
        return record.stream().anyMatch(fact -> fact instanceof ApplyForLot a && a.participant() == who);
    }

    private List<Boolean> decisions(int who) {
        return record.stream()
                .filter(fact -> fact instanceof QualifyBidder q && q.participant() == who)
                .map(fact -> ((QualifyBidder) fact).qualified())
                .toList();
    }

    /** Whether they may take part, before their qualification is asked for. */
    RejectReason person(int who) {
        if (exclusion(who) != ExclusionCause.NONE) {
            return exclusion(who).reason();
        }
        return switch (state(who)) {
            case SUSPENDED -> RejectReason.PARTICIPANT_SUSPENDED;
            case BARRED -> RejectReason.PARTICIPANT_BARRED;
            default ->
                rule.realName() && state(who) != AdmissionState.VERIFIED
                        ? RejectReason.NOT_VERIFIED
                        : RejectReason.NONE;
        };
    }

    /** Whether they may bid. */
    RejectReason entry(int who) {
        RejectReason person = person(who);
        if (person != RejectReason.NONE || !rule.qualification()) {
            return person;
        }
        List<Boolean> decisions = decisions(who);
        if (decisions.isEmpty()) {
            return RejectReason.NOT_QUALIFIED;
        }
        return decisions.get(decisions.size() - 1) ? RejectReason.NONE : RejectReason.QUALIFICATION_REFUSED;
    }

    /** What becomes of a fact of the venue's staff, or of an application. */
    RejectReason fact(Command fact) {
        if (fact instanceof DecideAdmission decided) {
            AdmissionState now = state(decided.participant());
            boolean same = now == decided.state();
            return same
                    ? RejectReason.DECIDED_ALREADY
                    : now.leadsTo(decided.state()) ? RejectReason.NONE : RejectReason.ADMISSION_STEP;
        }
        if (fact instanceof DescribeParticipant said) {
            DescribeParticipant now = described(said.participant());
            boolean same = now.legalPerson().equals(said.legalPerson())
                    && now.residence() == said.residence()
                    && now.staff() == said.staff();
            return same ? RejectReason.DECIDED_ALREADY : RejectReason.NONE;
        }
        if (fact instanceof MarkParty mark) {
            return ownMark(mark.participant()) == mark.cause() ? RejectReason.DECIDED_ALREADY : RejectReason.NONE;
        }
        if (fact instanceof RecordLicence licence) {
            return rule.exportClass() != ExportClass.RESTRICTED
                    ? RejectReason.ADMISSION_NOT_ASKED
                    : licence.reference().equals(licenceOf(licence.participant()))
                            ? RejectReason.DECIDED_ALREADY
                            : RejectReason.NONE;
        }
        return rule.qualification() ? application(fact) : RejectReason.ADMISSION_NOT_ASKED;
    }

    /** The one recorded last counts; an earlier one may be recorded again in its place. */
    private String licenceOf(int who) {
        String reference = "";
        for (Command fact : record) {
            if (fact instanceof RecordLicence licence && licence.participant() == who) {
                reference = licence.reference();
            }
        }
        return reference;
    }

    private RejectReason application(Command fact) {
        if (fact instanceof ApplyForLot asked) {
            RejectReason person = person(asked.participant());
            boolean applied = hasApplied(asked.participant());
            return person == RejectReason.NONE && applied ? RejectReason.APPLIED_ALREADY : person;
        }
        QualifyBidder decided = (QualifyBidder) fact;
        if (!hasApplied(decided.participant())) {
            return RejectReason.NOT_APPLIED;
        }
        List<Boolean> before = decisions(decided.participant());
        if (!before.isEmpty() && before.get(before.size() - 1).equals(decided.qualified())) {
            return RejectReason.DECIDED_ALREADY;
        }
        return decided.qualified() ? person(decided.participant()) : RejectReason.NONE;
    }
}
