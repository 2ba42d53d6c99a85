/**
 * The few words every module shares: identity of a site, the site at work, slugs and
 * Vietnamese text. No beans, no database.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.conglang.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
