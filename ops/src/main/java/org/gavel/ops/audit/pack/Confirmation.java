package org.gavel.ops.audit.pack;

import org.gavel.ops.audit.AuditTime;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.value.PhaseTerms;

/** A winner's confirmation letter (成交确认书; Auction Law art. 52), for both to sign. */
final class Confirmation {
    private final PackSource source;
    private final LotAwarded award;

    Confirmation(PackSource source, LotAwarded award) {
        this.source = source;
        this.award = award;
    }

    Document document() {
        boolean isAnnulled = source.dossier().ending().state().equals("ANNULLED");
        boolean isReverse = source.lot().phases().stream().anyMatch(PhaseTerms::reverse);
        String who = source.people().disclosed() ? "（参与人 " + source.who(award.winner()) + "）" : "";
        String winner = "号牌 " + PackSource.paddle(award.paddle()) + who;
        String seller = "参与人 " + source.lot().seller();
        String number = source.confirmationNumber(award);
        Document.Writer letter = new Document.Writer("成交确认书", "Confirmation of sale (Auction Law art. 52)");
        letter.section("编号", "Number", number + "（场所自编，非官方登记号）");
        if (isAnnulled) {
            letter.section(
                    "注意", "Void", "本次成交其后已被撤销：" + source.dossier().ending().cause());
        }
        letter.section("拍卖人（交易场所）", "Venue", source.end().venue())
                .section("标的", "Lot", "标的编号 " + source.lot().lot() + "：" + source.title())
                .section(isReverse ? "付款方（需求方）" : "买受人", "Buyer", isReverse ? seller : winner)
                .section(isReverse ? "中选方（供给方）" : "委托人", "Seller", isReverse ? winner : seller)
                .section("成交价", "Price", award.amount().yuan() + " 元（人民币）")
                .section("份额", "Share", share())
                .section(
                        "成交时间",
                        "Time of the hammer (Beijing)",
                        AuditTime.chinese(award.closedAt()),
                        "日志序号 " + source.dossier().ending().sequence())
                .section("竞价规则单", "Rule sheet", "SHA-256 " + Hashes.sha256(source.sheet()))
                .section("签署", "Signatures", "买受人：______________    拍卖人：______________    日期：______________");
        return letter.done();
    }

    private String share() {
        String place = "第 " + award.share().place() + " 名，共 " + award.share().winners() + " 名";
        return award.share().units() == 0
                ? place + "，标的整体"
                : place + "，" + award.share().units() + " 份，每份 "
                        + award.share().unitPrice().yuan() + " 元";
    }
}
