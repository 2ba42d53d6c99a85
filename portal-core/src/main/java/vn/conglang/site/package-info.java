/**
 * Provinces, areas and sites: declared in the tenant configuration, found by host name,
 * and the version that every visible change raises.
 */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package vn.conglang.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
