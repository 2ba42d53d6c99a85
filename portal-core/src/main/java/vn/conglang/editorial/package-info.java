/**
 * The board at work: the screens on which entries are written, the workflow they pass
 * through with its reviews, remarks and history, what is planned, and who is told what.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "media", "content", "search", "analytics" })
@NullMarked
package vn.conglang.editorial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
