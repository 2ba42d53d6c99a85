package vn.conglang.identity;

/**
 * Somebody goes by another name now. Told inside the transaction.
 *
 * @param user with the new name
 */
public record UserRenamed(User user) {
}
