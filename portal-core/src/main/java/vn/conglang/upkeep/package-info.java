/**
 * What a site lacks and lets lie: how long nothing new appeared, what waits too long,
 * pages nobody has looked at for a year, and the sections it must have; told as findings
 * with the way to mend them, and as a traffic light.
 */
@ApplicationModule(
		allowedDependencies = { "kernel", "site", "identity", "content", "editorial", "appearance", "volume" })
@NullMarked
package vn.conglang.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
