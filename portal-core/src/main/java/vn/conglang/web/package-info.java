/**
 * The public and province faces: pages, search, feeds, page cache, error pages, and the
 * preview of a draft in its theme.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "media", "content", "search", "editorial",
		"appearance", "analytics", "reports" })
@NullMarked
package vn.conglang.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
