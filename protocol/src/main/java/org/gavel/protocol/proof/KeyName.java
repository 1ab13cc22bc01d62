package org.gavel.protocol.proof;

import java.util.regex.Pattern;

/** The name of a log or of a key: any text that stands in one line, without spaces and plus signs (C2SP signed-note). */
final class KeyName {
    private static final Pattern FORM = Pattern.compile("[^\\p{Z}\\p{Cntrl}+]{1,200}");

    private KeyName() {}

    static String check(String name) {
        if (!FORM.matcher(name).matches()) {
            throw new InvalidProof("a name has 1 to 200 characters, no spaces and no plus sign");
        }
        return name;
    }
}
