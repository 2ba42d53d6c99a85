/**
 * Counts visits and tells what was read, and connects sites with systems outside: Matomo,
 * EMC, the network-trust programme.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "content" })
@NullMarked
package vn.conglang.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
