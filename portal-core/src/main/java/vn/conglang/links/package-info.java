/**
 * Finds links in published entries that lead nowhere: those inside by looking into the
 * database, those outside by asking, politely and slowly.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "content", "volume", "upkeep" })
@NullMarked
package vn.conglang.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
