package org.gavel.exchange.engine.account;

import java.util.HashMap;
import java.util.Map;

/**
 * Which accounts are one legal person's, in order of registration. Each account links to the next, the last to the
 * first; where nothing is known of the person, it is a ring of its own. It follows from what the accounts hold.
 */
final class Persons {
    private final Map<String, Account> lasts = new HashMap<>();

    /** The account is, as it is described now, one of its person's. */
    void join(Account account) {
        String person = account.person(true);
        if (person.isEmpty()) {
            return;
        }
        Account last = lasts.get(person);
        if (last == null) {
            lasts.put(person, account);
            return;
        }
        link(before(account, last), account);
        if (account.place() > last.place()) {
            lasts.put(person, account);
        }
    }

    /** Behind whom the account stands: whoever was registered later than all others stands behind the last. */
    private static Account before(Account account, Account last) {
        Account before = last;
        while (account.place() < last.place() && before.next().place() < account.place()) {
            before = before.next();
        }
        return before;
    }

    private static void link(Account before, Account account) {
        account.next(before.next());
        before.next(account);
    }

    /** The account is, as it is still described, no longer one of its person's. */
    void leave(Account account) {
        String person = account.person(true);
        if (person.isEmpty()) {
            return;
        }
        Account before = account;
        while (before.next() != account) {
            before = before.next();
        }
        before.next(account.next());
        account.next(account);
        if (before == account) {
            lasts.remove(person);
        } else if (lasts.get(person) == account) {
            lasts.put(person, before);
        }
    }

    /** The first registered of the account's person. */
    Account first(Account account) {
        Account last = lasts.get(account.person(true));
        return last == null ? account : last.next();
    }
}
