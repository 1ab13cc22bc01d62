package org.gavel.ops.audit.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.gavel.ops.audit.AuditTime;

/** The pack as one self-contained page that prints on A4. */
final class PackPage {
    private static final String STYLE = """
            @page { size: A4; margin: 18mm 15mm; }
            body { font-family: "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; font-size: 10.5pt;
              line-height: 1.5; color: #111; max-width: 180mm; margin: 0 auto; padding: 8mm; }
            h1 { font-size: 18pt; text-align: center; margin: 0 0 2mm; }
            h2 { font-size: 11.5pt; margin: 5mm 0 1mm; border-bottom: 0.3mm solid #999; break-after: avoid; }
            .en { font-family: sans-serif; font-size: 8.5pt; color: #555; font-weight: normal; }
            .center { text-align: center; }
            .document { break-before: page; margin-top: 12mm; }
            p { margin: 0.5mm 0; overflow-wrap: anywhere; }
            table { border-collapse: collapse; width: 100%; margin: 1.5mm 0; font-size: 8.5pt; }
            th, td { border: 0.2mm solid #888; padding: 0.8mm 1.2mm; text-align: left; vertical-align: top; }
            td.long { overflow-wrap: anywhere; }
            th { background: #eee; }
            tr { break-inside: avoid; }
            .sheet { font-family: monospace; font-size: 7.5pt; white-space: pre-wrap; overflow-wrap: anywhere; }
            @media print { body { padding: 0; max-width: none; } }
            """;

    private final PackSource source;
    private final Html html = new Html();

    PackPage(PackSource source) {
        this.source = source;
    }

    /** @param files the pack's other files, which the page lists with their hashes */
    String write(List<Document> documents, SortedMap<String, byte[]> files) {
        html.own("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
                .own("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'\">\n");
        html.element("title", "证据包 " + named() + " " + source.title())
                .own("<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
        cover(files);
        documents.forEach(this::document);
        sheet();
        return html.own("</body>\n</html>\n").toString();
    }

    private void cover(SortedMap<String, byte[]> files) {
        html.element("h1", "竞价证据包");
        html.open("p", "center").text(source.end().venue()).close("p");
        html.open("p", "center").text(named() + "：" + source.title()).close("p");
        html.open("p", "en center")
                .text(
                        isLot()
                                ? "Evidence pack of one lot: rule sheet, auction record, confirmation, bids, receipts, verification"
                                : "Evidence pack of one deal: announcement, record, confirmation, receipts, verification")
                .close("p");
        html.element(
                "p",
                "依据日志序号 1 至 " + source.end().last() + "，截至 "
                        + AuditTime.chinese(source.end().lastAt()));
        html.element("p", "链哈希 chain hash " + source.chainHash());
        html.element(
                "p",
                source.people().disclosed() ? "本证据包含参与人编号，请按保密要求保管。" : "参与人以" + (isLot() ? "号牌" : "代号") + "代称，未披露身份。");
        heading("文件清单", "Files with SHA-256");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("文件 file", "字节 bytes", "SHA-256"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            rows.add(List.of(file.getKey(), Integer.toString(file.getValue().length), Hashes.sha256(file.getValue())));
        }
        html.table(rows);
    }

    private boolean isLot() {
        return source.subject() instanceof PackSubject.OfLot;
    }

    private String named() {
        return (isLot() ? "标的 " : "交易 ") + source.subject().number();
    }

    private void heading(String zh, String en) {
        html.open("h2").text(zh + " ").open("span", "en").text(en).close("span").close("h2");
    }

    private void document(Document document) {
        html.open("section", "document").element("h1", document.zh());
        html.open("p", "en center").text(document.en()).close("p");
        for (Document.Section section : document.sections()) {
            heading(section.zh(), section.en());
            section.lines().forEach(line -> html.element("p", line));
            if (section.table().size() > 1) {
                html.table(section.table());
            } else if (!section.table().isEmpty()) {
                html.element("p", "无 none");
            }
        }
        html.close("section");
    }

    private void sheet() {
        html.open("section", "document").element("h1", isLot() ? "竞价规则单" : "交易公告");
        html.open("p", "en center")
                .text((isLot() ? "Rule sheet" : "Announcement") + ", canonical JSON, SHA-256 "
                        + Hashes.sha256(source.sheet()))
                .close("p");
        html.open("div", "sheet").text(source.sheet()).close("div").close("section");
    }
}
