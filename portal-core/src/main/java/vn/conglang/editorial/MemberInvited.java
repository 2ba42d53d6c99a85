package vn.conglang.editorial;

import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * Somebody was invited to a board, by e-mail too. Told inside the transaction. They need
 * not have an account yet.
 *
 * @param email where to write to
 * @param name of the invited person
 * @param by name of who invites
 * @param link to take the invitation up, a secret between the two
 */
record MemberInvited(SiteId site, String email, String name, String by, String link) implements SiteEvent {
}
