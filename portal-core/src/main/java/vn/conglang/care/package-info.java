/**
 * Acting on what oversight shows: reminding boards, by hand and by rule, and those above
 * them where nothing comes of it; what was said and agreed with boards; texts offered to
 * the silent; letters of the week.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "editorial", "volume", "upkeep", "reports" })
@NullMarked
package vn.conglang.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
