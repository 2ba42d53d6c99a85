/**
 * Entries, their revisions, categories and types: written, imported, published and
 * withdrawn.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "media" })
@NullMarked
package vn.conglang.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
