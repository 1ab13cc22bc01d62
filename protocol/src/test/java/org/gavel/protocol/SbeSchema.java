package org.gavel.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The templates and fields of the SBE schema, one line each; a field's line says where in the bytes it stands. */
final class SbeSchema {
    private SbeSchema() {}

    static SortedSet<String> lines() throws IOException {
        SortedSet<String> lines = new TreeSet<>();
        NodeList messages = schema().getElementsByTagName("sbe:message");
        for (int i = 0; i < messages.getLength(); i++) {
            addMessage((Element) messages.item(i), lines);
        }
        return lines;
    }

    private static void addMessage(Element message, SortedSet<String> lines) {
        String template = "template " + message.getAttribute("id");
        lines.add(template + " " + message.getAttribute("name"));
        NodeList fields = message.getElementsByTagName("*");
        for (int i = 0; i < fields.getLength(); i++) {
            Element field = (Element) fields.item(i);
            String place = template + "." + (i + 1);
            lines.add(place + " " + field.getAttribute("name") + " " + field.getAttribute("type"));
        }
    }

    private static Document schema() throws IOException {
        try (InputStream in = SbeSchema.class.getResourceAsStream("/sbe/gavel.xml")) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("sbe/gavel.xml cannot be read", e);
        }
    }
}
