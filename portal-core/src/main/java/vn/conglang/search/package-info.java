/**
 * Finds what people mean, in one site, in all, and in the newsroom: over PostgreSQL, or
 * over Elasticsearch where the operator has one.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "media", "content" })
@NullMarked
package vn.conglang.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
