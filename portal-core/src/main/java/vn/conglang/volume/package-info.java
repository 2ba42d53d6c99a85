/**
 * What the sites deliver: volume facts written with every publication, and the pages on
 * which districts and the province read them.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "content" })
@NullMarked
package vn.conglang.volume;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
