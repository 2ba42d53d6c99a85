/**
 * Who works in the newsroom: accounts, memberships with role and scope, login, and its
 * throttle.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site" })
@NullMarked
package vn.conglang.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
