/**
 * Themes: folders of templates and styles that inherit from each other, one engine for
 * all sites.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site" })
@NullMarked
package vn.conglang.appearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
