/**
 * The public and province faces: pages, feeds, page cache, error pages, and the preview
 * of a draft in its theme.
 */
@ApplicationModule(
		allowedDependencies = { "kernel", "site", "identity", "media", "content", "editorial", "appearance" })
@NullMarked
package vn.conglang.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
