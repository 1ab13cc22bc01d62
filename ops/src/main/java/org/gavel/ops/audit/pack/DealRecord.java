package org.gavel.ops.audit.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gavel.exchange.audit.DealDossier;
import org.gavel.exchange.audit.LotDossier;
import org.gavel.ops.audit.AuditTime;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.FixedPriceTerms;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.UseFirstTerms;

/**
 * The record of a sale without bids (交易记录): what was announced, by and for whom, where and how long it was public,
 * who objected and what was decided, what was offered, and what came of it (浙江省促进科技成果转化条例 art. 17).
 */
final class DealRecord {
    private static final Set<String> PUBLIC = Set.of("DealPublished", "PublicityBegun");
    private static final Set<String> OBJECTIONS =
            Set.of("ObjectionRaised", "ObjectionDecided", "ObjectionWithdrawn", "AwardBlocked", "AwardWithheld");
    private static final Set<String> OFFERS = Set.of(
            "OrderTaken",
            "SaleMade",
            "SaleReturned",
            "PledgeMade",
            "PledgeWithdrawn",
            "OfferMade",
            "OfferWithdrawn",
            "InterestTold",
            "OfferMatched",
            "DepositHeld",
            "DepositReleased");
    private static final Set<String> TURNS =
            Set.of("UseBegun", "DealMoved", "LotSuspended", "LotResumed", "DealEnded", "LotVoided");
    private static final Set<String> SAID_BEFORE = Set.of("event", "lot");

    private final PackSource source;
    private final DealDossier deal;
    private final RecordTables tables;

    DealRecord(PackSource source, DealDossier deal) {
        this.source = source;
        this.deal = deal;
        this.tables = new RecordTables(source);
    }

    Document document() {
        Document.Writer record = new Document.Writer("交易记录", "Record of a deal");
        record.section("一、交易场所", "Venue", source.end().venue())
                .section("二、标的与当事人", "Subject and parties", parties())
                .section("三、约定", "Terms", terms())
                .section("四、公示", "Publicity", List.of(), events(PUBLIC))
                .section("五、异议", "Objections", List.of(), events(OBJECTIONS))
                .section("六、要约、下单与认购", "Offers, orders and pledges", List.of(), events(OFFERS))
                .section("七、未被接受的请求", "Refused", List.of(), tables.refusals())
                .section("八、工作人员的操作", "Acts of the venue's staff", List.of(), tables.acts())
                .section("九、使用、顺延、中止等情况", "Use, delays, pauses", List.of(), tables.turns(TURNS))
                .section("十、结果", "Result", result(), awards())
                .section(
                        "十一、签名",
                        "Signatures",
                        "转让方：______________    受让方：______________    记录人：______________",
                        "日期：______________    本记录由系统依据日志生成，签名由各方手签或另行电子签名。");
        return record.done();
    }

    private List<String> parties() {
        DealAnnounced announced = deal.announced();
        String seller = announced.terms() instanceof NeedTerms ? "需求方" : "转让方";
        List<String> lines = new ArrayList<>();
        lines.add("交易编号 " + announced.lot() + "：" + source.title());
        lines.add(seller + "（参与人编号） " + announced.seller() + "，类别 " + announced.category());
        if (announced.buyer() > 0) {
            lines.add("约定的受让方 " + source.who(announced.buyer()));
        }
        lines.add("公告 " + AuditTime.chinese(deal.records().get(0).at()) + "（日志序号 "
                + deal.records().get(0).sequence() + "）");
        return lines;
    }

    private List<String> terms() {
        DealTerms terms = deal.announced().terms();
        List<String> lines = new ArrayList<>();
        lines.add("交易方式 " + terms.mode() + "；适用规则 " + deal.announced().rulebook());
        lines.add(price(terms));
        publicity(terms, lines);
        lines.add("公告全文见 " + EvidencePack.ANNOUNCEMENT + "，SHA-256 " + Hashes.sha256(source.sheet()));
        return lines;
    }

    private static String price(DealTerms terms) {
        if (terms instanceof NegotiatedTerms t) {
            return "约定价格 " + t.price().yuan() + " 元，转化方式 " + t.transfer();
        }
        if (terms instanceof UseFirstTerms t) {
            return "约定价格 " + t.price().yuan() + " 元，转化方式 " + t.transfer() + "，先试用 " + t.useDays() + " 日";
        }
        if (terms instanceof FixedPriceTerms t) {
            return "定价 " + t.price().yuan() + " 元，保证金 " + t.deposit().yuan() + " 元，"
                    + (t.exclusive() ? "独家转让" : "普通许可");
        }
        if (terms instanceof JointPurchaseTerms t) {
            return "共 " + t.shares() + " 份，每份 " + t.sharePrice().yuan() + " 元，截止 " + AuditTime.chinese(t.until());
        }
        return terms instanceof NeedTerms t && t.budget().fen() > 0
                ? "预算 " + t.budget().yuan() + " 元"
                : "价格面议";
    }

    private static void publicity(DealTerms terms, List<String> lines) {
        PublicityTerms publicity = terms.publicity();
        if (!publicity.isNone()) {
            lines.add("公示 " + publicity.days() + " 日，本单位与交易场所两处；简介：" + publicity.summary());
            lines.add("受让方与科技成果完成人或关联方的关系：" + (publicity.related() ? "有，已注明" : "无"));
            lines.add("异议处理程序：" + publicity.objections() + "；办理期限 " + publicity.daysToDecide() + " 日");
        }
    }

    private List<List<String>> events(Set<String> names) {
        return tables.events(names, DealRecord::said);
    }

    /** All that an event says, field by field; who else it names was made a pseudonym before. */
    private static String said(ObjectNode event) {
        List<String> said = new ArrayList<>();
        event.properties().stream()
                .filter(field -> !SAID_BEFORE.contains(field.getKey()))
                .forEach(field -> {
                    boolean isTime =
                            field.getKey().endsWith("At") || field.getKey().endsWith("By");
                    boolean isKnown = field.getValue().asLong() > 0;
                    String value = field.getValue().isValueNode()
                            ? field.getValue().asText()
                            : field.getValue().toString();
                    said.add(field.getKey() + " "
                            + (isTime && isKnown
                                    ? AuditTime.chinese(field.getValue().asLong())
                                    : value));
                });
        return String.join("; ", said);
    }

    private List<String> result() {
        LotDossier.Ending ending = deal.ending();
        String sequence = "（日志序号 " + ending.sequence() + "）";
        return List.of(
                switch (ending.state()) {
                    case "AWARDED" -> "成交" + sequence;
                    case "PASSED" -> "未成交，原因 " + ending.cause() + sequence;
                    case "TERMINATED" -> "终止：" + ending.cause() + sequence;
                    case "ANNULLED" -> "成交被撤销：" + ending.cause() + sequence;
                    case "ENDED" -> "结束：" + ending.cause() + sequence;
                    default -> "截至日志序号 " + source.end().last() + " 尚未结束";
                });
    }

    private List<List<String>> awards() {
        List<List<String>> rows = new ArrayList<>();
        if (!deal.awards().isEmpty()) {
            rows.add(List.of("成交编号", "受让方 buyer", "成交价 price（元）", "份额 units", "成交时间", "备注"));
        }
        for (LotAwarded award : deal.awards()) {
            rows.add(List.of(
                    Integer.toString(award.lot()),
                    source.who(award.winner()),
                    award.amount().yuan(),
                    PackSource.units(award),
                    AuditTime.chinese(award.closedAt()),
                    deal.isAnnulled(award) ? "已撤销 annulled" : ""));
        }
        return rows;
    }

    /** A buyer's confirmation letter, for both to sign. */
    Document confirmation(LotAwarded award) {
        DealAnnounced announced = deal.announced();
        Document.Writer letter = new Document.Writer("成交确认书", "Confirmation of sale");
        letter.section("编号", "Number", source.confirmationNumber(award) + "（场所自编，非官方登记号）");
        if (deal.isAnnulled(award)) {
            letter.section("注意", "Void", "本次成交其后已被撤销。");
        }
        letter.section("交易场所", "Venue", source.end().venue())
                .section("标的", "Subject", "交易编号 " + announced.lot() + "，成交编号 " + award.lot() + "：" + source.title())
                .section("交易方式", "Mode", announced.terms().mode())
                .section("受让方", "Buyer", source.who(award.winner()))
                .section("转让方", "Seller", "参与人 " + announced.seller())
                .section("成交价", "Price", award.amount().yuan() + " 元（人民币）")
                .section("成交时间", "Time of the award (Beijing)", AuditTime.chinese(award.closedAt()))
                .section("公告", "Announcement", "SHA-256 " + Hashes.sha256(source.sheet()))
                .section("签署", "Signatures", "受让方：______________    转让方：______________    日期：______________");
        return letter.done();
    }
}
