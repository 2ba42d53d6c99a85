/**
 * Pictures and files of a site: checked by content, freed of hidden data, brought to
 * sensible sizes, stored, served, and kept in a library.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity" })
@NullMarked
package vn.conglang.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
