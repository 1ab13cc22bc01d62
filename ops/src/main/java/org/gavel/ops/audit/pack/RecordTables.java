package org.gavel.ops.audit.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.Outcome;
import org.gavel.ops.audit.AuditTime;

/** What was asked and what happened about a pack's lot or deal, as tables of its records. */
final class RecordTables {
    private final PackSource source;

    RecordTables(PackSource source) {
        this.source = source;
    }

    private boolean isAsked(AuditedRecord record) {
        return source.subject().has(record.lot());
    }

    private String who(AuditedRecord record) {
        return source.people().who(record, source.subject().number());
    }

    List<List<String>> refusals() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("日志序号 seq", "时间 time", "请求人", "请求", "代码 code", "原因"));
        for (AuditedRecord record : source.subject().records()) {
            if (record.outcome() == Outcome.REJECTED && isAsked(record)) {
                rows.add(List.of(
                        Long.toString(record.sequence()),
                        AuditTime.chinese(record.at()),
                        who(record),
                        record.op(),
                        record.reason().code() + " " + record.reason(),
                        record.sentence()));
            }
        }
        return rows;
    }

    List<List<String>> acts() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("日志序号 seq", "时间 time", "操作人", "复核人", "操作", "结果", "理由 reason"));
        for (AuditedRecord record : source.subject().records()) {
            if (record.isStaffAct() && isAsked(record)) {
                long second = record.origin().approver();
                rows.add(List.of(
                        Long.toString(record.sequence()),
                        AuditTime.chinese(record.at()),
                        who(record),
                        second == 0 ? "—" : Long.toString(second),
                        record.op(),
                        record.outcome().name(),
                        record.command().path("reason").asText()));
            }
        }
        return rows;
    }

    /** The events of these names, each with its reason and until when it goes. */
    List<List<String>> turns(Set<String> names) {
        return events(
                names,
                event -> event.path("reason").asText()
                        + closes(event.path("closesAt").asLong()));
    }

    private static String closes(long at) {
        return at == 0 ? "" : " 截止 " + AuditTime.chinese(at);
    }

    /** The events of these names, each with what {@code more} says of it as it may be shown. */
    List<List<String>> events(Set<String> names, Function<ObjectNode, String> more) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("日志序号 seq", "时间 time", "事件 event", "说明"));
        for (AuditedRecord record : source.subject().records()) {
            record.events().stream()
                    .map(event -> source.people().show(record, event))
                    .filter(event -> source.subject().has(event.path("lot").asInt())
                            && names.contains(event.path("event").asText()))
                    .forEach(event -> rows.add(List.of(
                            Long.toString(record.sequence()),
                            AuditTime.chinese(record.at()),
                            event.path("event").asText(),
                            more.apply(event))));
        }
        return rows;
    }
}
