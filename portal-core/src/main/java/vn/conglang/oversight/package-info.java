/**
 * Shows districts and the province at a glance which of their sites need help, and why.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "volume", "upkeep" })
@NullMarked
package vn.conglang.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
