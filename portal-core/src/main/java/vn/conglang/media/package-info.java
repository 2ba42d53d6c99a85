/**
 * Pictures of a site: checked by content, freed of hidden data, brought to a sensible
 * size, stored and served.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity" })
@NullMarked
package vn.conglang.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
