package org.gavel.ops.audit.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gavel.exchange.audit.Entrant;
import org.gavel.exchange.audit.LotDossier;
import org.gavel.exchange.audit.Offer;
import org.gavel.ops.audit.AuditTime;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.value.PhaseTerms;

/**
 * The auction record (拍卖笔录; Auction Law art. 53): what was sold, by and to whom, when, under which rules, every bid
 * and what came of it, with room for the signatures the law asks for.
 */
final class AuctionRecord {
    private static final Set<String> TURNS = Set.of(
            "LotOpened",
            "LotPaused",
            "LotResumed",
            "LotSuspended",
            "LotPostponed",
            "LotExtended",
            "LotCalled",
            "CallReset",
            "HammerFallen",
            "LotReopened",
            "BidUndone",
            "StageOpened");

    private final PackSource source;
    private final LotDossier lot;
    private final RecordTables tables;

    AuctionRecord(PackSource source) {
        this.source = source;
        this.lot = source.dossier();
        this.tables = new RecordTables(source);
    }

    Document document() {
        Document.Writer record = new Document.Writer("拍卖笔录", "Auction record (Auction Law art. 53)");
        record.section("一、拍卖人（交易场所）", "Venue", source.end().venue())
                .section(
                        "二、拍卖标的",
                        "Lot",
                        "标的编号 " + lot.lot() + "：" + source.title(),
                        "委托人（参与人编号） " + source.lot().seller())
                .section("三、拍卖时间", "Time (Beijing)", times())
                .section("四、拍卖方式与规则", "Mechanism and rules", rules())
                .section("五、起拍价、保留价与保证金", "Start, reserve, deposit", prices())
                .section("六、竞买人", "Bidders", bidders(), entrants())
                .section("七、竞价过程", "Course of bidding", List.of(summary()), offers())
                .section("八、未被接受的请求", "Refused", List.of(), tables.refusals())
                .section("九、主持与操作", "Acts of the venue's staff", List.of(), tables.acts())
                .section("十、中止、延时等情况", "Pauses, extensions, calls", List.of(), tables.turns(TURNS))
                .section("十一、拍卖结果", "Result", result(), awards())
                .section(
                        "十二、签名",
                        "Signatures (art. 53: auctioneer, recorder, and the buyer of a lot that was sold)",
                        "拍卖师：______________    记录人：______________    买受人：______________",
                        "日期：______________    本笔录由系统依据日志生成，签名由各方手签或另行电子签名。");
        return record.done();
    }

    private List<String> times() {
        List<String> times = new ArrayList<>();
        times.add("公告 " + AuditTime.chinese(lot.announcedBy().at()));
        times.add("开始竞价 " + AuditTime.chinese(lot.openedAt()));
        times.add("结束 " + AuditTime.chinese(lot.ending().at()));
        times.add("延时次数 " + lot.extensions() + "；时间均为系统收到并入账的时间（北京时间）");
        return times;
    }

    private List<String> rules() {
        String mechanisms = source.lot().phases().stream()
                .map(phase -> JsonCodec.tree((Object) phase).path("mechanism").asText())
                .collect(Collectors.joining(" → "));
        boolean isReverse = source.lot().phases().stream().anyMatch(PhaseTerms::reverse);
        return List.of(
                "竞价方式 " + mechanisms + (isReverse ? "（价低者得）" : "（价高者得）"),
                "适用规则 " + source.lot().rulebook(),
                "竞价规则单 SHA-256 " + Hashes.sha256(source.sheet()));
    }

    private List<String> prices() {
        String reserve = "未设保留价";
        if (!source.lot().reserveCommitment().isEmpty()) {
            reserve = lot.reserve()
                    .map(opened -> "保留价（保密，已公开） " + opened.amount().yuan() + " 元，盐 " + opened.salt())
                    .orElse("保留价保密，承诺值 " + source.lot().reserveCommitment());
        } else if (source.lot().reserve().fen() > 0) {
            reserve = "保留价 " + source.lot().reserve().yuan() + " 元";
        }
        return List.of(
                "起拍价 " + source.lot().phases().get(0).start().yuan() + " 元",
                reserve,
                "保证金 " + source.lot().deposit().yuan() + " 元");
    }

    private List<String> bidders() {
        String named = source.people().disclosed() ? "" : "；身份未披露，以竞买号牌代称";
        return List.of("取得号牌的竞买人 " + lot.entrants().size() + " 名" + named);
    }

    private List<List<String>> entrants() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("号牌 paddle", "竞买人 bidder", "保证金 deposit（元）", "状态 state", "时间 held"));
        for (Entrant entrant : lot.entrants()) {
            rows.add(List.of(
                    PackSource.paddle(entrant.paddle()),
                    source.who(entrant.participant()),
                    entrant.deposit().yuan(),
                    entrant.deposit().fen() == 0 ? "—" : entrant.state().name(),
                    AuditTime.chinese(entrant.heldAt())));
        }
        return rows;
    }

    private String summary() {
        long undone = lot.offers().stream().filter(offer -> !offer.stands()).count();
        return "系统接受的出价 " + lot.offers().size() + " 笔" + (undone == 0 ? "" : "，其中经双人复核撤销 " + undone + " 笔");
    }

    private List<List<String>> offers() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("日志序号 seq", "时间 time", "号牌", "出价 amount（元）", "类别 kind", "方式 channel", "备注"));
        for (Offer offer : lot.offers()) {
            rows.add(List.of(
                    Long.toString(offer.sequence()),
                    AuditTime.chinese(offer.at()),
                    PackSource.paddle(offer.paddle()),
                    offer.isPriced() ? offer.amount().yuan() : "［密封 sealed］",
                    offer.kind().name() + (offer.units() == 0 ? "" : " ×" + offer.units()),
                    offer.channel().name(),
                    offer.stands() ? "" : "已撤销 undone"));
        }
        return rows;
    }

    private List<String> result() {
        LotDossier.Ending ending = lot.ending();
        String sequence = "（日志序号 " + ending.sequence() + "）";
        return List.of(
                switch (ending.state()) {
                    case "AWARDED" -> "成交" + sequence;
                    case "PASSED" -> "未成交（流拍），原因 " + ending.cause() + sequence;
                    case "WITHDRAWN" -> "撤回标的：" + ending.cause() + sequence;
                    case "TERMINATED" -> "终结：" + ending.cause() + sequence;
                    case "ANNULLED" -> "成交被撤销：" + ending.cause() + sequence;
                    default -> "截至日志序号 " + source.end().last() + " 尚未结束";
                });
    }

    private List<List<String>> awards() {
        List<List<String>> rows = new ArrayList<>();
        if (!lot.awards().isEmpty()) {
            rows.add(List.of("名次 place", "号牌 paddle", "买受人 buyer", "成交价 price（元）", "份额 units"));
        }
        for (LotAwarded award : lot.awards()) {
            rows.add(List.of(
                    Integer.toString(award.share().place()),
                    PackSource.paddle(award.paddle()),
                    source.who(award.winner()),
                    award.amount().yuan(),
                    PackSource.units(award)));
        }
        return rows;
    }
}
