/**
 * Finds texts that one site has taken from another, so that copying is not counted as
 * output: near-duplicates, the earlier publication being the source.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "content", "volume", "upkeep" })
@NullMarked
package vn.conglang.likeness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
