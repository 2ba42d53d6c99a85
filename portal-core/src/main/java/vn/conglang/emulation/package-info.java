/**
 * Emulation (thi đua) as the province does it: sites are scored by criteria that are
 * data, for periods that are signed off and then never change, with a way to object.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "content", "editorial", "analytics", "volume",
		"upkeep", "likeness" })
@NullMarked
package vn.conglang.emulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
